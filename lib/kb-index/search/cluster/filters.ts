import { z } from 'zod'
import { PROVENANCES } from '@/lib/kb/articles/article-kinds'
import { FILTER_NAMES, type FilterName, type SearchFilters, STATE_FILTERS } from '@/lib/kb/search/search-filters'
import type { Facet, FacetCounts } from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows } from '@/lib/kb-index/file/rows'
import { labelProducts, MAX_YEARS } from '@/lib/kb-index/search/facets/facet-table'
import { readProductNames } from '@/lib/kb-index/search/facets/read-facets'
import { listProductIds } from '@/lib/kb-index/search/product-filter'
import { allOf, type Clause, EVERYTHING } from './clauses'

/** There are a few hundred families, and fewer of anything else. */
const MAX_VALUES = 2000

const FIELDS: Readonly<Record<FilterName, string>> = {
  product: 'family',
  kind: 'kind',
  state: 'state',
  provenance: 'provenance',
  year: 'year',
}

const productNamesOf = perVersion(readProductNames)

/** The articles that a product filter lets pass: a family, a version, or products by a word of their names. */
export function isOfProduct(database: IndexDatabase, product: string): Clause {
  const rows = allRows<{ name: string }>(
    database,
    'SELECT name FROM product WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name',
    [JSON.stringify(listProductIds(database, product))],
  )
  return { terms: { product: rows.map(({ name }) => name) } }
}

/** The filters of a query, except one. */
export function passes(database: IndexDatabase, filters: SearchFilters, except?: FilterName): Clause {
  const clauses = FILTER_NAMES.flatMap((name): readonly Clause[] => {
    const value = filters[name]?.toString()
    if (value === undefined || name === except) return []
    return [name === 'product' ? isOfProduct(database, value) : { term: { [FIELDS[name]]: value } }]
  })
  return clauses.length === 0 ? EVERYTHING : allOf(clauses)
}

/** Counts the values of each filter among the hits that pass all others. */
export function countValues(database: IndexDatabase, filters: SearchFilters): Readonly<Record<FilterName, object>> {
  const count = (name: FilterName) => ({
    filter: passes(database, filters, name),
    aggs: { values: { terms: { field: FIELDS[name], size: MAX_VALUES, shard_size: MAX_VALUES } } },
  })
  return {
    product: count('product'),
    kind: count('kind'),
    state: count('state'),
    provenance: count('provenance'),
    year: count('year'),
  }
}

const COUNTED = z
  .object({
    values: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
  })
  .transform(({ values }) => values.buckets.map(({ key, doc_count: count }) => ({ value: key, count })))

/** The answer to `countValues`. */
export const VALUE_COUNTS = z.object({
  product: COUNTED,
  kind: COUNTED,
  state: COUNTED,
  provenance: COUNTED,
  year: COUNTED,
})

/** Gives the counts in the order in which readers see them. `itemCount` is how many articles pass all filters. */
export function toFacets(
  database: IndexDatabase,
  counts: z.infer<typeof VALUE_COUNTS>,
  { product, itemCount }: { readonly product?: string; readonly itemCount: number },
): FacetCounts {
  const names = productNamesOf(database)
  const places = new Map([...names.keys()].map((slug, place) => [slug, place]))
  const byCount = (order: (value: string) => number) => (one: Facet, other: Facet) =>
    other.count - one.count || order(one.value) - order(other.value) || (one.value < other.value ? -1 : 1)
  const inOrderOf = (values: readonly string[], facets: readonly Facet[]) =>
    values.flatMap((value) => facets.find((facet) => facet.value === value) ?? [])
  const products = counts.product.filter(({ value }) => names.has(value)).sort(byCount((slug) => places.get(slug) ?? 0))
  return {
    products: labelProducts(names, products, { chosen: product, count: itemCount }),
    kinds: counts.kind.sort(byCount(() => 0)),
    states: inOrderOf(STATE_FILTERS, counts.state),
    provenances: inOrderOf(PROVENANCES, counts.provenance),
    years: counts.year.sort((one, other) => (one.value < other.value ? 1 : -1)).slice(0, MAX_YEARS),
  }
}
