import { articleUrl } from '@/lib/urls'
import type { StateFilter } from './search-filters'
import type { Facet, FacetCounts, SearchResult, SearchResults } from './search-query'

type StateLabels = Readonly<Record<StateFilter, string>>

/** Gives a page of results as programs get it, with the field names of docs/api.md. */
export function searchResultsToAnswer(results: SearchResults, stateLabels: StateLabels) {
  const { query, correctedText, items, itemCount, ...rest } = results
  const { text, isCut, product, kind, state, year } = query
  return {
    query: text,
    correctedQuery: correctedText,
    isCut,
    filters: { product, kind, state, year },
    total: itemCount,
    ...rest,
    facets: labelFacets(rest.facets, stateLabels),
    results: items.map(resultToAnswer),
  }
}

function labelFacets({ products, states, kinds, years }: FacetCounts, stateLabels: StateLabels) {
  const label = ({ value, count }: Facet) => ({ value, label: value, count })
  return {
    products,
    states: states.map(({ value, count }) => ({ value, label: stateLabels[value], count })),
    kinds: kinds.map(label),
    years: years.map(label),
  }
}

function resultToAnswer({ article, title, snippet, fixedIn }: SearchResult) {
  return {
    ...article,
    url: articleUrl(article.number),
    snippet: snippet.map(({ text }) => text).join(''),
    titleParts: title,
    snippetParts: snippet,
    fixedIn,
  }
}
