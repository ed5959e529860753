import { LRUCache } from 'lru-cache'
import type { ArticleState } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { stateToFilter } from '@/lib/kb/search/search-filters'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allColumns, allRows } from '@/lib/kb-index/file/rows'
import { listProductIds } from '@/lib/kb-index/search/product-filter'
import type { FacetRows } from './facet-column'
import type { FacetSource } from './facet-table'

/** Product filters that are kept for the next search: readers page through the hits of one product. */
const MAX_KEPT_LISTS = 32

type OrdinalOf = (number: KbNumber) => number

/** Reads what filters compare from an index whose ordinals are below `capacity`. */
export function readFacets(database: IndexDatabase, capacity: number, ordinalOf: OrdinalOf): FacetSource {
  const productLists = new LRUCache<string, Int32Array>({ max: MAX_KEPT_LISTS })
  const { number, kind, state, provenance, year } = readArticles(database)
  const ordinals = number.map(ordinalOf)
  return {
    productNames: readProductNames(database),
    rows: {
      product: readProducts(database, capacity, ordinalOf),
      kind: { ordinals, values: kind },
      state: { ordinals, values: state.map(stateToFilter) },
      provenance: { ordinals, values: provenance },
      year: { ordinals, values: year },
    },
    listWithProduct: (product) => {
      const list = productLists.get(product) ?? listWithProduct(database, product)
      productLists.set(product, list)
      return list
    },
  }
}

function listWithProduct(database: IndexDatabase, product: string): Int32Array {
  const rows = allRows<{ ordinal: number }>(
    database,
    `SELECT DISTINCT articleText.ordinal FROM articleProduct JOIN articleText ON articleText.number = articleProduct.number
     WHERE articleProduct.productId IN (SELECT value FROM json_each(?)) ORDER BY articleText.ordinal`,
    [JSON.stringify(listProductIds(database, product))],
  )
  return Int32Array.from(rows, ({ ordinal }) => ordinal)
}

/** Gives the names of groups, families and versions by their slugs. Where two have the same slug, a family comes first. */
export function readProductNames(database: IndexDatabase): Map<string, string> {
  const rows = allRows<{ slug: string; name: string }>(
    database,
    `SELECT slug, coalesce(shownAs, name) AS name, 0 AS isFamily FROM product WHERE isGroup AND NOT isHidden
     UNION ALL SELECT slug, name, 1 FROM family ORDER BY isFamily, name`,
  )
  return new Map(rows.map(({ slug, name }) => [slug, name]))
}

// Joined here and not by SQL: after each swap of the index, the first search waits for this.
function readArticles(database: IndexDatabase) {
  return allColumns<{
    number: KbNumber
    kind: string | null
    state: ArticleState
    provenance: string | null
    year: string | null
  }>(
    database,
    ['number', 'kind', 'state', 'provenance', 'year'],
    'SELECT number, kind, state, provenance, substr(coalesce(reviewed, released), 1, 4) AS year FROM article',
  )
}

/** Gives each article of each family once, whichever of its products the article names. */
function readProducts(database: IndexDatabase, capacity: number, ordinalOf: OrdinalOf): FacetRows {
  const ofProducts = allColumns<{ id: number; numbers: string }>(
    database,
    ['id', 'numbers'],
    `SELECT productId AS id, '[' || group_concat(number) || ']' AS numbers FROM articleProduct GROUP BY productId`,
  )
  const numbers = new Map(ofProducts.id.map((id, row) => [id, ofProducts.numbers[row] ?? '[]']))
  const families = allRows<{ slug: string; products: string }>(
    database,
    `SELECT family.slug, json_group_array(productId) AS products FROM family
     JOIN familyProduct ON familyProduct.familyId = family.id WHERE family.wholeId IS NULL GROUP BY family.id`,
  )
  const rows = { ordinals: [] as number[], values: [] as string[] }
  for (const { slug, products } of families) {
    const isAdded = new Uint8Array(capacity)
    for (const product of JSON.parse(products) as number[]) {
      for (const number of JSON.parse(numbers.get(product) ?? '[]') as KbNumber[]) {
        const ordinal = ordinalOf(number)
        if (isAdded[ordinal] !== 0) continue
        isAdded[ordinal] = 1
        rows.ordinals.push(ordinal)
        rows.values.push(slug)
      }
    }
  }
  return rows
}
