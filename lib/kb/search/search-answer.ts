import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'
import type { SearchFilters } from './search-filters'
import type { SearchResult, SearchResults, SnippetPart } from './search-query'

/** One hit as programs get it. */
export interface SearchAnswerResult extends ArticleSummary {
  readonly url: string
  /** An excerpt of the text around the words that were sought. */
  readonly snippet: string
  readonly titleParts: readonly SnippetPart[]
  readonly snippetParts: readonly SnippetPart[]
  readonly fixedIn?: KbNumber
}

/** The results of a search as programs get them: what the page shows, by the names of docs/api.md. */
export interface SearchAnswer extends Omit<SearchResults, 'query' | 'correctedText' | 'items' | 'itemCount'> {
  readonly query: string
  readonly correctedQuery?: string
  /** The query was longer than what was sought. */
  readonly isCut: boolean
  readonly filters: SearchFilters
  readonly total: number
  readonly results: readonly SearchAnswerResult[]
}

/** Gives the results of a search as programs get them. */
export function searchResultsToAnswer({
  query,
  correctedText,
  items,
  itemCount,
  ...rest
}: SearchResults): SearchAnswer {
  const { text, isCut, product, kind, state, year } = query
  return {
    query: text,
    correctedQuery: correctedText,
    isCut,
    filters: { product, kind, state, year },
    total: itemCount,
    ...rest,
    results: items.map(resultToAnswer),
  }
}

function resultToAnswer({ article, title, snippet, fixedIn }: SearchResult): SearchAnswerResult {
  return {
    ...article,
    url: articleUrl(article.number),
    snippet: snippet.map(({ text }) => text).join(''),
    titleParts: title,
    snippetParts: snippet,
    fixedIn,
  }
}
