import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import type { SearchResults } from '@/lib/kb/search/search-query'

/** Says behind the number of articles what none of them has, where they are not what was asked for. */
export function describePartialMatch(results: SearchResults): string | undefined {
  const { query, itemCount, isPartialMatch, isPhraseMissing } = results
  if (!isPartialMatch || itemCount === 0) return undefined
  if (!isPhraseMissing) return '. No article contains all of these words. Showing partial matches.'
  const isOne = query.phrases.length === 1
  const phrase = isOne ? 'this phrase' : 'all of these phrases'
  const words = query.words.length > 0 ? 'these' : isOne ? 'its' : 'their'
  return `. ${whichArticles(query)} contains ${phrase}. Showing articles with some or all of ${words} words.`
}

/** What the filters or the excluded words leave out may have the phrase. */
function whichArticles(query: SearchResults['query']): string {
  const isFiltered = FILTER_NAMES.some((name) => query[name] !== undefined)
  if (query.excluded.length > 0)
    return `No article ${isFiltered ? 'with these filters and ' : ''}without the excluded words`
  return isFiltered ? 'No article with these filters' : 'No article'
}
