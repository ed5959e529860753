import { articleUrl } from '@/lib/urls'
import type { Facet, SearchResult, SearchResults } from './search-query'

/** Gives a page of results as programs get it, with the field names of docs/api.md. */
export function searchResultsToAnswer(results: SearchResults, stateLabels: Readonly<Record<string, string>>) {
  const { query, correctedText, items, itemCount, ...rest } = results
  const { text, isCut, sort, product, kind, state, provenance, year } = query
  const { products, states, kinds, provenances, years } = rest.facets
  const label = ({ value, count }: Facet, words = value) => ({ value, label: words, count })
  return {
    query: text,
    correctedQuery: correctedText,
    isCut,
    sort,
    filters: { product, kind, state, provenance, year },
    total: itemCount,
    ...rest,
    facets: {
      products,
      states: states.map((facet) => label(facet, stateLabels[facet.value])),
      kinds: kinds.map((facet) => label(facet)),
      provenances: provenances.map((facet) => label(facet)),
      years: years.map((facet) => label(facet)),
    },
    results: items.map(resultToAnswer),
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
