import type { ArticleKind } from '@/lib/kb/front-matter'
import type { StateFilter } from '@/lib/kb/search-filters'
import type { Facet, SearchQuery, SearchResults } from '@/lib/kb/search-query'
import { SUPERSEDED_STATES } from './filter'
import type { IndexDatabase } from './open'
import { allRows } from './rows'

/** How many products a search offers to narrow by. */
const MAX_PRODUCT_FACETS = 12

export const NO_FACETS: SearchResults['facets'] = { products: [], states: [], kinds: [], years: [] }

/** Derives the tables that facets are counted from. Products are those that a search offers. */
export function deriveFacets(database: IndexDatabase): void {
  database.exec(`
    DELETE FROM facet;
    INSERT INTO facet (number, kind, isSuperseded) SELECT number, kind, state IN ${SUPERSEDED_STATES} FROM article;
    DELETE FROM facetProduct;
    -- Groups stand for their products; in a collection without groups the products stand for themselves.
    INSERT INTO facetProduct (number, productId)
      SELECT number, productId FROM articleProduct JOIN product ON product.id = productId
      WHERE product.isGroup OR NOT product.isInGroup
      ORDER BY number, productId;`)
}

/** Counts the hits of a full-text expression, and what each choice of product, state and kind would leave of them. */
export function countHits(
  database: IndexDatabase,
  query: SearchQuery,
  expression: string,
): { itemCount: number; facets: SearchResults['facets'] } {
  const counts = countStatesAndKinds(database, query, expression)
  const ofKind = counts.filter(({ kind }) => query.kind === undefined || kind === query.kind)
  const ofState = counts.filter(({ state }) => query.state === undefined || state === query.state)
  return {
    itemCount: sum(ofKind.filter((count) => ofState.includes(count))),
    facets: {
      products: countProducts(database, query, expression),
      states: toFacets(ofKind, ({ state }) => state)
        .map((facet) => ({ ...facet, label: facet.value === 'superseded' ? 'Superseded' : 'Current' }))
        .sort((a, b) => (a.value < b.value ? -1 : 1)),
      kinds: toFacets(ofState, ({ kind }) => kind),
      years: [],
    },
  }
}

interface Count {
  readonly state: StateFilter
  readonly kind: ArticleKind | null
  readonly count: number
}

/** One pass over the hits serves the states, the kinds and the sum. */
function countStatesAndKinds(database: IndexDatabase, { product }: SearchQuery, expression: string): Count[] {
  return allRows(
    database,
    `SELECT iif(facet.isSuperseded, 'superseded', 'current') AS state, facet.kind AS kind, count(*) AS count
     FROM articleText JOIN facet ON facet.number = articleText.rowid
     WHERE articleText MATCH ? ${product === undefined ? '' : `AND ${OF_PRODUCT}`}
     GROUP BY facet.isSuperseded, facet.kind`,
    product === undefined ? [expression] : [expression, product],
  )
}

const OF_PRODUCT = `facet.number IN (SELECT articleProduct.number FROM articleProduct
  JOIN product ON product.id = articleProduct.productId WHERE product.slug = ?)`

function countProducts(database: IndexDatabase, { state, kind }: SearchQuery, expression: string): Facet[] {
  const isFiltered = state !== undefined || kind !== undefined
  return allRows(
    database,
    `SELECT product.slug AS value, product.name AS label, hit.count AS count FROM product JOIN (
       SELECT facetProduct.productId AS productId, count(*) AS count
       FROM articleText ${isFiltered ? 'JOIN facet ON facet.number = articleText.rowid' : ''}
       JOIN facetProduct ON facetProduct.number = articleText.rowid
       WHERE articleText MATCH ?
         ${state === undefined ? '' : `AND ${state === 'superseded' ? '' : 'NOT'} facet.isSuperseded`}
         ${kind === undefined ? '' : 'AND facet.kind = ?'}
       GROUP BY facetProduct.productId
     ) AS hit ON hit.productId = product.id
     ORDER BY hit.count DESC, product.name LIMIT ?`,
    [expression, ...(kind === undefined ? [] : [kind]), MAX_PRODUCT_FACETS],
  )
}

/** Sums the counts by value, the largest first. */
function toFacets(counts: readonly Count[], nameOf: (count: Count) => string | null): Facet[] {
  const sums = new Map<string, number>()
  for (const count of counts) {
    const value = nameOf(count)
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + count.count)
  }
  return [...sums]
    .map(([value, count]) => ({ value, label: value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function sum(counts: readonly Count[]): number {
  return counts.reduce((total, { count }) => total + count, 0)
}
