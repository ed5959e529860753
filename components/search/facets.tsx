import { KIND_LABELS } from '@/components/article/kind-label'
import type { FilterName } from '@/lib/kb/search/search-filters'
import type { Facet, SearchResults } from '@/lib/kb/search/search-query'
import { narrowedSearchUrl } from '@/lib/urls'
import { FacetList } from './facet-list'
import { FILTER_LABELS } from './filter-label'
import { STATE_LABELS } from './state-label'

/** In the order of the page, with the words for no choice. */
const LISTS = [
  ['product', 'All products'],
  ['state', 'Any state'],
  ['kind', 'All kinds'],
  ['year', 'Any year'],
] as const

/** All filters of a search. A choice keeps the others and starts at the first page. */
export function Facets({ results: { query, facets } }: { results: SearchResults }) {
  const choices: Readonly<Record<FilterName, readonly Facet[]>> = {
    product: facets.products,
    state: withLabels(facets.states, STATE_LABELS),
    kind: withLabels(facets.kinds, KIND_LABELS),
    year: facets.years,
  }
  return LISTS.map(([name, all]) => (
    <FacetList
      key={name}
      title={FILTER_LABELS[name]}
      all={all}
      facets={choices[name]}
      chosen={query[name]?.toString()}
      urlOf={(value) => narrowedSearchUrl(query, name, value)}
    />
  ))
}

function withLabels(facets: readonly Facet[], labels: Readonly<Record<string, string>>): readonly Facet[] {
  return facets.map((facet) => ({ ...facet, label: labels[facet.value] ?? facet.label }))
}
