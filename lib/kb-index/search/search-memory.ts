import type { ArticleState } from '@/lib/kb/articles/article'
import type { ArticleKind } from '@/lib/kb/articles/front-matter'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { STATE_FILTERS, stateFilterOf } from '@/lib/kb/search/search-filters'
import { getIndexVersion } from '@/lib/kb-index/file/collection'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allColumns, allRows } from '@/lib/kb-index/file/rows'

/** What a search needs of every article, by ordinal, and the arrays in which it counts: some 40 bytes an article. */
export interface SearchMemory {
  readonly articleCount: number
  /** One more than the highest ordinal. */
  readonly capacity: number
  /** KB numbers; 0 where an ordinal is no longer used. */
  readonly numbers: Int32Array
  /** Places in `kinds`; 0 stands for none. */
  readonly kindOf: Uint8Array
  readonly kinds: readonly (ArticleKind | null)[]
  /** Places in `STATE_FILTERS`. */
  readonly stateOf: Uint8Array
  /** Years; 0 where none is known. */
  readonly yearOf: Uint16Array
  /** The products of ordinal n are `productOf` from `productStart[n]` to `productStart[n + 1]`: places in `products`. */
  readonly productStart: Uint32Array
  readonly productOf: Uint32Array
  readonly products: readonly { readonly slug: string; readonly name: string }[]
  /** Arrays for one search at a time. */
  readonly scratch: Scratch
}

/** Numbers by ordinal while a search counts; all zero between two searches. */
export interface Scratch {
  /** Ordinals that have a score, and those that have one for the word in hand. */
  readonly touched: Int32Array
  readonly wordTouched: Int32Array
  readonly scores: Float32Array
  /** How much of the query's weight the article has, anywhere and in its title. */
  readonly coverage: Float32Array
  readonly titleCoverage: Float32Array
  /** What one word has given so far. */
  readonly wordScores: Float32Array
  readonly wordWeights: Float32Array
  readonly wordIsInTitle: Uint8Array
}

const memories = new WeakMap<IndexDatabase, { version: string; memory: SearchMemory }>()

/** Gives the memory of an index as it is now. To be called inside a transaction, so that later reads see the same. */
export function searchMemoryOf(database: IndexDatabase): SearchMemory {
  const version = getIndexVersion(database)
  const known = memories.get(database)
  if (known?.version === version) return known.memory
  const memory = readMemory(database)
  memories.set(database, { version, memory })
  return memory
}

function readMemory(database: IndexDatabase): SearchMemory {
  const columns = allColumns<{
    ordinal: number
    number: KbNumber
    kind: ArticleKind | null
    state: ArticleState
    year: number | null
  }>(
    database,
    ['ordinal', 'number', 'kind', 'state', 'year'],
    `SELECT articleText.ordinal, article.number, article.kind, article.state,
       CAST(substr(coalesce(article.reviewed, article.released), 1, 4) AS INTEGER) AS year
     FROM article JOIN articleText ON articleText.number = article.number ORDER BY article.number`,
  )
  const capacity = columns.ordinal.reduce((highest, ordinal) => Math.max(highest, ordinal), -1) + 1
  const numbers = new Int32Array(capacity)
  const kindOf = new Uint8Array(capacity)
  const stateOf = new Uint8Array(capacity)
  const yearOf = new Uint16Array(capacity)
  const kinds = [null, ...new Set(columns.kind)].filter((kind, place) => place === 0 || kind !== null)
  for (const [index, ordinal] of columns.ordinal.entries()) {
    numbers[ordinal] = columns.number[index] ?? 0
    kindOf[ordinal] = kinds.indexOf(columns.kind[index] ?? null)
    stateOf[ordinal] = STATE_FILTERS.indexOf(stateFilterOf(columns.state[index] ?? 'current'))
    yearOf[ordinal] = columns.year[index] ?? 0
  }
  return {
    articleCount: columns.ordinal.length,
    capacity,
    numbers,
    kindOf,
    kinds,
    stateOf,
    yearOf,
    ...readProducts(database, capacity),
    scratch: createScratch(capacity),
  }
}

/** Groups stand for their products; in a collection without groups the products stand for themselves. */
function readProducts(
  database: IndexDatabase,
  capacity: number,
): Pick<SearchMemory, 'products' | 'productStart' | 'productOf'> {
  const products = allRows<{ id: number; slug: string; name: string }>(
    database,
    'SELECT id, slug, name FROM product WHERE isGroup OR NOT isInGroup ORDER BY name',
  )
  const places = new Map(products.map(({ id }, place) => [id, place]))
  const rows = allColumns<{ ordinal: number; productId: number }>(
    database,
    ['ordinal', 'productId'],
    `SELECT articleText.ordinal, articleProduct.productId
     FROM articleText JOIN articleProduct ON articleProduct.number = articleText.number
     JOIN product ON product.id = articleProduct.productId WHERE product.isGroup OR NOT product.isInGroup
     ORDER BY articleText.ordinal, articleProduct.productId`,
  )
  const productStart = new Uint32Array(capacity + 1)
  const productOf = new Uint32Array(rows.ordinal.length)
  for (const [index, ordinal] of rows.ordinal.entries()) {
    productOf[index] = places.get(rows.productId[index] ?? 0) ?? 0
    productStart[ordinal + 1] = index + 1
  }
  for (let ordinal = 1; ordinal <= capacity; ordinal++) {
    productStart[ordinal] = Math.max(productStart[ordinal] ?? 0, productStart[ordinal - 1] ?? 0)
  }
  return { products, productStart, productOf }
}

function createScratch(capacity: number): Scratch {
  return {
    touched: new Int32Array(capacity),
    wordTouched: new Int32Array(capacity),
    scores: new Float32Array(capacity),
    coverage: new Float32Array(capacity),
    titleCoverage: new Float32Array(capacity),
    wordScores: new Float32Array(capacity),
    wordWeights: new Float32Array(capacity),
    wordIsInTitle: new Uint8Array(capacity),
  }
}
