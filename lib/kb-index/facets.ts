import type { Facet, SearchQuery, SearchResults } from '@/lib/kb/search-query'
import { filterOf, SUPERSEDED_STATES } from './filter'
import type { IndexDatabase } from './open'
import { allRows } from './rows'

/** How many products a search offers to narrow by. */
const MAX_PRODUCT_FACETS = 12

export const NO_FACETS: SearchResults['facets'] = { products: [], states: [], kinds: [] }

/** Counts what each choice of product, state and kind would leave of the hits of a full-text expression. */
export function countFacets(database: IndexDatabase, query: SearchQuery, expression: string): SearchResults['facets'] {
  const hits = 'FROM articleText JOIN article ON article.number = articleText.rowid'
  const byProduct = filterOf(query, 'product')
  const products = allRows<Facet>(
    database,
    // Groups stand for their products; in a collection without groups the products stand for themselves.
    `SELECT product.slug AS value, product.name AS label, count(*) AS count ${hits}
     JOIN articleProduct ON articleProduct.number = article.number
     JOIN product ON product.id = articleProduct.productId AND (product.isGroup OR NOT product.isInGroup)
     WHERE articleText MATCH ? AND ${byProduct.condition}
     GROUP BY product.id ORDER BY count(*) DESC, product.name LIMIT ?`,
    [expression, ...byProduct.parameters, MAX_PRODUCT_FACETS],
  )
  const byState = filterOf(query, 'state')
  const states = allRows<Facet>(
    database,
    `SELECT iif(article.state IN ${SUPERSEDED_STATES}, 'superseded', 'current') AS value,
       iif(article.state IN ${SUPERSEDED_STATES}, 'Superseded', 'Current') AS label, count(*) AS count ${hits}
     WHERE articleText MATCH ? AND ${byState.condition} GROUP BY value, label ORDER BY value`,
    [expression, ...byState.parameters],
  )
  const byKind = filterOf(query, 'kind')
  const kinds = allRows<Facet>(
    database,
    `SELECT article.kind AS value, article.kind AS label, count(*) AS count ${hits}
     WHERE articleText MATCH ? AND article.kind IS NOT NULL AND ${byKind.condition}
     GROUP BY article.kind ORDER BY count(*) DESC, article.kind`,
    [expression, ...byKind.parameters],
  )
  return { products, states, kinds }
}
