import type { ArticleState, ArticleSummary, PageOf } from '@/lib/kb/articles/article'
import { type KbNumber, parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import { parseArticleAddress } from '@/lib/kb/numbers/legacy-url'
import type { BuildLookup } from '@/lib/kb/releases/build-lookup'
import type { SignatureSummary } from '@/lib/kb/signatures/signature-page'
import { cleanQueryText } from './query-text'
import { FILTER_NAMES, parseFilter, type SearchFilters } from './search-filters'
import { parseSearchWords, type SearchWords } from './search-words'

export const RESULTS_PER_PAGE = 20
/** Deeper pages cost more and nobody reads them. */
export const MAX_RESULT_PAGE = 50

/**
 * What a reader asks for, safe to hand on. A filter of the address counts more than the same one in the text. Without words
 * and phrases, whatever the filters leave is a hit; without filters as well, nothing is.
 */
export interface SearchQuery extends SearchFilters, Pick<SearchWords, 'words' | 'phrases' | 'excluded'> {
  /** As typed, cleaned and cut to `MAX_QUERY_LENGTH`. */
  readonly text: string
  /** More was typed than `text` keeps. */
  readonly isCut: boolean
  /** The article number that the whole text spells, if it does. */
  readonly number?: KbNumber
  /** A number that stands among words: with its letters, as in `update KB940006 fails`, or as `number:940006`. */
  readonly namedNumber?: KbNumber
  /** The piece of the text that gave `product`, such as `product:exchange`; see `readProductAsText`. */
  readonly productText?: string
  /** No typing errors are repaired. */
  readonly isVerbatim: boolean
  /** A number gives a list of results and does not lead to its article. */
  readonly isList: boolean
  /** Counted from 1. */
  readonly page: number
}

/** A piece of a snippet; `isMatch` pieces are highlighted. */
export interface SnippetPart {
  readonly text: string
  readonly isMatch: boolean
}

/** One hit. */
export interface SearchResult {
  readonly article: ArticleSummary
  readonly title: readonly SnippetPart[]
  readonly snippet: readonly SnippetPart[]
  /** The first update that fixes the problem, where one is known. */
  readonly fixedIn?: KbNumber
}

/** A choice that narrows the results, with the number of results it would leave. */
export interface Facet {
  readonly value: string
  readonly label: string
  readonly count: number
}

/** A page of hits and the choices that narrow them. */
export interface SearchResults extends PageOf<SearchResult> {
  readonly query: SearchQuery
  /** What was sought instead of the text, whose words are in no article: the same text with typing errors repaired. */
  readonly correctedText?: string
  /** The error code, event, file or the like that the text is, or the first that stands in it. */
  readonly signature?: SignatureSummary
  /** Where the build lies, or the version of a file, that the text is. */
  readonly build?: BuildLookup
  /** Articles whose numbers are a slip of the finger away from `missingNumber`, the likeliest first. */
  readonly nearby?: readonly ArticleSummary[]
  /** The article that the text names by its number, above all hits. */
  readonly exact?: ArticleSummary
  /** A number that the text spells and the collection lacks. */
  readonly missingNumber?: KbNumber
  /** Every word was sought and nothing had them all, so hits have some of the words. */
  readonly isPartialMatch: boolean
  readonly facets: {
    readonly products: readonly Facet[]
    readonly states: readonly Facet[]
    readonly kinds: readonly Facet[]
    /** The newest first. */
    readonly years: readonly Facet[]
  }
}

/** One line of the suggestions that appear while the reader types. */
export interface Suggestion {
  readonly number: KbNumber
  readonly title: string
  readonly state: ArticleState
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** Gives the query of a URL's parameters. It never fails: what makes no sense is left out. */
export function parseSearchQuery(parameters: Parameters): SearchQuery {
  const { text, isCut } = cleanQueryText(first(parameters.q))
  const { words, phrases, excluded, plainText, productText, number: fieldNumber, ...stated } = parseSearchWords(text)
  const chosen = parseFilters(parameters)
  const number = parseArticleAddress(plainText === '' && fieldNumber ? String(fieldNumber) : plainText)
  return {
    text,
    isCut,
    number,
    namedNumber: number === undefined ? (fieldNumber ?? parseNamedNumber(plainText)) : undefined,
    words,
    phrases,
    excluded,
    product: chosen.product ?? stated.product,
    productText: chosen.product ? undefined : productText,
    kind: chosen.kind ?? stated.kind,
    state: chosen.state ?? stated.state,
    year: chosen.year ?? stated.year,
    isVerbatim: first(parameters.verbatim) === '1',
    isList: first(parameters.list) === '1',
    page: Math.min(parsePageNumber(parameters.page), MAX_RESULT_PAGE),
  }
}

/** Gives the query of a collection that has no such product: what the text says of it is a word of the text. */
export function readProductAsText(query: SearchQuery): SearchQuery {
  const { productText } = query
  if (productText === undefined) return query
  return { ...query, words: [...query.words, productText], product: undefined, productText: undefined }
}

/** Gives the page of a list that a URL asks for, from 1 to 9999; what makes no sense is page 1. */
export function parsePageNumber(value: Parameters[string]): number {
  const page = Number.parseInt(first(value), 10)
  return Number.isNaN(page) ? 1 : Math.min(Math.max(page, 1), 9999)
}

function parseFilters(parameters: Parameters): SearchFilters {
  let filters: SearchFilters = {}
  for (const name of FILTER_NAMES) filters = { ...filters, ...parseFilter(name, first(parameters[name])) }
  return filters
}

function first(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}
