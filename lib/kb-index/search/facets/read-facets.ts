import type { ArticleState } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { stateToFilter } from '@/lib/kb/search/search-filters'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allColumns, allRows } from '@/lib/kb-index/file/rows'
import { listProductIds } from '@/lib/kb-index/search/product-filter'
import type { FacetRows } from './facet-column'
import type { FacetSource } from './facet-table'

type OrdinalOf = (number: KbNumber) => number

/** Reads what filters compare from an index whose ordinals are below `capacity`. */
export function readFacets(database: IndexDatabase, capacity: number, ordinalOf: OrdinalOf): FacetSource {
  const lists = readProductLists(database, ordinalOf)
  const { number, kind, state, provenance, year } = readArticles(database)
  const ordinals = number.map(ordinalOf)
  return {
    productNames: readProductNames(database),
    rows: {
      product: listProducts(database, capacity, lists),
      kind: { ordinals, values: kind },
      state: { ordinals, values: state.map(stateToFilter) },
      provenance: { ordinals, values: provenance },
      year: { ordinals, values: year },
    },
    listWithProduct: (product) => uniteLists(listProductIds(database, product), capacity, lists),
  }
}

/** The ordinals of the articles of each product, by its id. */
type ProductLists = ReadonlyMap<number, Int32Array>

function readProductLists(database: IndexDatabase, ordinalOf: OrdinalOf): ProductLists {
  const { id, numbers } = allColumns<{ id: number; numbers: string }>(
    database,
    ['id', 'numbers'],
    `SELECT productId AS id, '[' || group_concat(number) || ']' AS numbers FROM articleProduct GROUP BY productId`,
  )
  return new Map(
    id.map((one, row) => [one, Int32Array.from(JSON.parse(numbers[row] ?? '[]') as KbNumber[], ordinalOf)]),
  )
}

/** Lists the articles of any of the products once, ascending. */
function uniteLists(products: readonly number[], capacity: number, lists: ProductLists): Int32Array {
  const isListed = new Uint8Array(capacity)
  for (const product of products) for (const ordinal of lists.get(product) ?? []) isListed[ordinal] = 1
  const united: number[] = []
  for (let ordinal = isListed.indexOf(1); ordinal >= 0; ordinal = isListed.indexOf(1, ordinal + 1)) united.push(ordinal)
  return Int32Array.from(united)
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
function listProducts(database: IndexDatabase, capacity: number, lists: ProductLists): FacetRows {
  const families = allRows<{ slug: string; products: string }>(
    database,
    `SELECT family.slug, json_group_array(productId) AS products FROM family
     JOIN familyProduct ON familyProduct.familyId = family.id WHERE family.wholeId IS NULL GROUP BY family.id`,
  )
  const rows = { ordinals: [] as number[], values: [] as string[] }
  for (const { slug, products } of families) {
    for (const ordinal of uniteLists(JSON.parse(products) as number[], capacity, lists)) {
      rows.ordinals.push(ordinal)
      rows.values.push(slug)
    }
  }
  return rows
}
