import type { FilterName } from '@/lib/kb/search/search-filters'
import type { Facet, SearchResults } from '@/lib/kb/search/search-query'
import { narrowedSearchUrl } from '@/lib/urls'
import { FacetList } from './facet-list'
import { FILTER_WORDS } from './filter-words'

/** All filters of a search. A choice keeps the others and starts at the first page. */
export function Facets({ results: { query, facets } }: { results: SearchResults }) {
  const lists: readonly [FilterName, readonly Facet[]][] = [
    ['product', facets.products],
    ['state', facets.states],
    ['kind', facets.kinds],
    ['provenance', facets.provenances],
    ['year', facets.years],
  ]
  return lists.map(([name, choices]) => {
    const { all, labels, ...words } = FILTER_WORDS[name]
    return (
      <FacetList
        key={name}
        title={words.name}
        all={all}
        facets={choices.map((facet) => ({ label: labels?.[facet.value] ?? facet.value, ...facet }))}
        chosen={query[name]?.toString()}
        urlOf={(value) => narrowedSearchUrl(query, name, value)}
      />
    )
  })
}
