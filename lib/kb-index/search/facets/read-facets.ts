import { LRUCache } from 'lru-cache'
import type { ArticleState } from '@/lib/kb/articles/article'
import { stateToFilter } from '@/lib/kb/search/search-filters'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allColumns, allRows } from '@/lib/kb-index/file/rows'
import { listProductIds } from '@/lib/kb-index/search/product-filter'
import type { FacetSource } from './facet-table'

/** Product filters that are kept for the next search: readers page through the hits of one product. */
const MAX_KEPT_LISTS = 32

/** Reads what filters compare from an index. */
export function readFacets(database: IndexDatabase): FacetSource {
  const productLists = new LRUCache<string, Int32Array>({ max: MAX_KEPT_LISTS })
  const { ordinal: ordinals, kind, state, provenance, year } = readArticles(database)
  const products = readProducts(database)
  return {
    productNames: readProductNames(database),
    rows: {
      product: { ordinals: products.ordinal, values: products.slug },
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
