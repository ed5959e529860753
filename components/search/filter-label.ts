import { KIND_LABELS } from '@/components/article/kind-label'
import type { FilterName } from '@/lib/kb/search/search-filters'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { STATE_LABELS } from './state-label'

export const FILTER_LABELS: Readonly<Record<FilterName, string>> = {
  product: 'Product',
  kind: 'Kind',
  state: 'State',
  year: 'Year',
}

/** Gives the words for the chosen value of a filter, or `undefined` if it has none. */
export function chosenLabel({ query, facets }: SearchResults, name: FilterName): string | undefined {
  const { product, kind, state, year } = query
  switch (name) {
    case 'product':
      // Part of a name, as in `product:exchange`, has no facet of its own.
      return product && (facets.products.find(({ value }) => value === product)?.label ?? product.replaceAll('-', ' '))
    case 'kind':
      return kind && KIND_LABELS[kind]
    case 'state':
      return state && STATE_LABELS[state]
    case 'year':
      return year === undefined ? undefined : String(year)
  }
}
