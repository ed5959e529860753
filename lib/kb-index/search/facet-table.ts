import { LRUCache } from 'lru-cache'
import type { ArticleState } from '@/lib/kb/articles/article'
import { PROVENANCES } from '@/lib/kb/articles/article-kinds'
import {
  FILTER_NAMES,
  type FilterName,
  type SearchFilters,
  STATE_FILTERS,
  stateToFilter,
} from '@/lib/kb/search/search-filters'
import type { Facet, FacetCounts } from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allColumns, allRows } from '@/lib/kb-index/file/rows'
import { FacetColumn } from './facet-column'
import { listProductIds } from './product-filter'

const MAX_PRODUCTS = 12
const MAX_YEARS = 12
/** Product filters that are kept for the next search: readers page through the hits of one product. */
const MAX_KEPT_LISTS = 32

/** The values of all articles that filters compare: narrows hits and counts what each value would leave of them. */
export class FacetTable {
  readonly #database: IndexDatabase
  readonly #capacity: number
  readonly #columns: Readonly<Record<FilterName, FacetColumn>>
  readonly #productNames: ReadonlyMap<string, string>
  readonly #productLists = new LRUCache<string, Int32Array>({ max: MAX_KEPT_LISTS })

  constructor(database: IndexDatabase, capacity: number) {
    this.#database = database
    this.#capacity = capacity
    this.#productNames = readProductNames(database)
    const { ordinal, kind, state, provenance, year } = readArticles(database)
    const products = readProducts(database)
    const column = (choices: readonly string[], values: readonly (string | null)[], ordinals = ordinal) =>
      new FacetColumn(capacity, choices, { ordinals, values })
    this.#columns = {
      product: column([...this.#productNames.keys()], products.slug, products.ordinal),
      kind: column(distinct(kind), kind),
      state: column(STATE_FILTERS, state.map(stateToFilter)),
      provenance: column(PROVENANCES, provenance),
      year: column(distinct(year).reverse(), year),
    }
  }

  /** Applies the filters, keeping the order of the hits. A filter does not narrow the counts of its own values. */
  narrow(hits: readonly number[], filters: SearchFilters): { ordinals: readonly number[]; facets: FacetCounts } {
    const masks = this.#listMasks(filters)
    const listPassing = (except?: FilterName) => {
      const others = masks.filter(({ name }) => name !== except)
      return others.length === 0 ? hits : hits.filter((ordinal) => others.every(({ mask }) => mask[ordinal] === 1))
    }
    const ordinals = listPassing()
    const count = (name: FilterName) =>
      this.#columns[name].count(masks.some((own) => own.name === name) ? listPassing(name) : ordinals)
    const products = this.#labelProducts(count('product').sort(byCount), filters.product, ordinals.length)
    const kinds = count('kind').sort(byCount)
    const [states, provenances] = [count('state'), count('provenance')]
    return { ordinals, facets: { products, states, kinds, provenances, years: count('year').slice(0, MAX_YEARS) } }
  }

  /** Lists the articles that a product filter lets pass. */
  listWithProduct(product: string): Int32Array {
    const known = this.#productLists.get(product)
    if (known) return known
    const rows = allRows<{ ordinal: number }>(
      this.#database,
      `SELECT DISTINCT articleText.ordinal FROM articleProduct JOIN articleText ON articleText.number = articleProduct.number
       WHERE articleProduct.productId IN (SELECT value FROM json_each(?)) ORDER BY articleText.ordinal`,
      [JSON.stringify(listProductIds(this.#database, product))],
    )
    const ordinals = Int32Array.from(rows, ({ ordinal }) => ordinal)
    this.#productLists.set(product, ordinals)
    return ordinals
  }

  #listMasks(filters: SearchFilters): { name: FilterName; mask: Uint8Array }[] {
    return FILTER_NAMES.flatMap((name) => {
      const value = filters[name]?.toString()
      if (value === undefined) return []
      return { name, mask: name === 'product' ? this.#productMaskOf(value) : this.#columns[name].maskOf(value) }
    })
  }

  /** A product filter may name a product inside a group, or several by a word of their names. */
  #productMaskOf(product: string): Uint8Array {
    const mask = new Uint8Array(this.#capacity)
    for (const ordinal of this.listWithProduct(product)) mask[ordinal] = 1
    return mask
  }

  /** The most frequent families, and the chosen product, which leaves `count` articles. */
  #labelProducts(facets: readonly Facet[], chosen: string | undefined, count: number): FacetCounts['products'] {
    const shown = facets.slice(0, MAX_PRODUCTS)
    if (chosen !== undefined && this.#productNames.has(chosen) && !shown.some(({ value }) => value === chosen))
      shown.push({ value: chosen, count })
    return shown.map(({ value, count }) => ({ value, label: this.#productNames.get(value) ?? value, count }))
  }
}

/** Gives the names of groups, families and versions by their slugs. Where two have the same slug, a family comes first. */
function readProductNames(database: IndexDatabase): Map<string, string> {
  const rows = allRows<{ slug: string; name: string }>(
    database,
    `SELECT slug, coalesce(shownAs, name) AS name, 0 AS isFamily FROM product WHERE isGroup AND NOT isHidden
     UNION ALL SELECT slug, name, 1 FROM family ORDER BY isFamily, name`,
  )
  return new Map(rows.map(({ slug, name }) => [slug, name]))
}

function readArticles(database: IndexDatabase) {
  return allColumns<{
    ordinal: number
    kind: string | null
    state: ArticleState
    provenance: string | null
    year: string | null
  }>(
    database,
    ['ordinal', 'kind', 'state', 'provenance', 'year'],
    `SELECT articleText.ordinal, article.kind, article.state, article.provenance, substr(coalesce(reviewed, released), 1, 4) AS year
     FROM article JOIN articleText ON articleText.number = article.number ORDER BY articleText.ordinal`,
  )
}

function readProducts(database: IndexDatabase) {
  return allColumns<{ ordinal: number; slug: string }>(
    database,
    ['ordinal', 'slug'],
    `SELECT DISTINCT articleText.ordinal, family.slug
     FROM articleText JOIN articleProduct ON articleProduct.number = articleText.number
     JOIN familyProduct ON familyProduct.productId = articleProduct.productId
     JOIN family ON family.id = familyProduct.familyId AND family.wholeId IS NULL
     ORDER BY articleText.ordinal, family.slug`,
  )
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null).sort()
}

function byCount(one: Facet, other: Facet): number {
  return other.count - one.count
}
