import type { ArticleState, ArticleSummary, PageOf } from '@/lib/kb/articles/article'
import type { ArticleKind, Provenance } from '@/lib/kb/articles/article-kinds'
import { parseArticleAddress } from '@/lib/kb/numbers/article-address'
import { type KbNumber, parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import type { BuildLookup } from '@/lib/kb/releases/build-lookup'
import type { SignatureSummary } from '@/lib/kb/signature-page'
import { cleanQueryText } from './query-text'
import { FILTER_NAMES, parseFilter, type SearchFilters } from './search-filters'
import { parseSearchWords, type SearchWords } from './search-words'

export const RESULTS_PER_PAGE = 20
/** How results are ordered: the best first, the last reviewed first, or by their numbers. */
export const SORTS = ['relevance', 'newest', 'number'] as const
export type Sort = (typeof SORTS)[number]
export const MAX_SUGGESTIONS = 8

/** What a reader searches for, safe to pass on. A filter in the URL overrides the same filter in the text. */
export interface SearchQuery extends SearchFilters, Pick<SearchWords, 'words' | 'phrases' | 'preferred' | 'excluded'> {
  /** As typed, cleaned and cut to `MAX_QUERY_LENGTH`. */
  readonly text: string
  /** More was typed than `text` keeps. */
  readonly isCut: boolean
  /** The article number, if the whole text spells one. */
  readonly number?: KbNumber
  /** A number among words: with its letters, as in `update KB940006 fails`, or as `number:940006`. */
  readonly namedNumber?: KbNumber
  /** The piece of the text that `product` came from, such as `product:exchange`; see `productToWord`. */
  readonly productText?: string
  /** Typing errors are not corrected. */
  readonly isVerbatim: boolean
  /** A number leads to a list of results instead of its article. */
  readonly isList: boolean
  /** The order that the reader chose. */
  readonly sort?: Sort
  /** The search is that of a product's page: the path names `product`. */
  readonly isPinned?: true
  /** Counted from 1. */
  readonly page: number
}

/** Gives the order of the results: by relevance only where there are words. */
export function sortOf({ sort, words, phrases }: Pick<SearchQuery, 'sort' | 'words' | 'phrases'>): Sort {
  const hasWords = words.length + phrases.length > 0
  return sort === undefined || (sort === 'relevance' && !hasWords) ? (hasWords ? 'relevance' : 'newest') : sort
}

/** A piece of a title or text; `isMatch` pieces are highlighted. */
export interface SnippetPart {
  readonly text: string
  readonly isMatch: boolean
}

/** How a hit is quoted: its title, and the piece of its text that fits the query best. */
export interface Excerpt {
  readonly title: readonly SnippetPart[]
  readonly snippet: readonly SnippetPart[]
}

export interface SearchResult extends Excerpt {
  readonly article: ArticleSummary
  /** The first update that fixes the problem, if one is known. */
  readonly fixedIn?: KbNumber
}

/** A value of a filter with the number of results that it would leave. */
export interface Facet {
  readonly value: string
  readonly count: number
}

export interface LabeledFacet extends Facet {
  readonly label: string
}

/** The values that would narrow a search. */
export interface FacetCounts {
  /** Most results first, by product name. */
  readonly products: readonly LabeledFacet[]
  /** In the order of `STATE_FILTERS`. */
  readonly states: readonly Facet[]
  /** Most results first. */
  readonly kinds: readonly Facet[]
  readonly provenances: readonly Facet[]
  /** Newest first. */
  readonly years: readonly Facet[]
}

/** A page of hits and what else the search box should answer. */
export interface SearchResults extends PageOf<SearchResult> {
  readonly query: SearchQuery
  /** The text that was searched instead of the typed one, if typing errors were corrected. */
  readonly correctedText?: string
  /** The error code, event, file or the like that the text is or contains. */
  readonly signature?: SignatureSummary
  /** The error and the event with the number that the text is, beside the article with it. */
  readonly codes?: readonly SignatureSummary[]
  /** Where the build or file version that the text names belongs. */
  readonly build?: BuildLookup
  /** Articles whose numbers are a typing slip away from `missingNumber`, the likeliest first. */
  readonly nearby?: readonly ArticleSummary[]
  /** The article that the text names by its number, shown above all hits. */
  readonly exact?: ArticleSummary
  /** A number that the text spells and the collection lacks. */
  readonly missingNumber?: KbNumber
  /** Some article cites the missing number. */
  readonly isCited?: boolean
  /** The results are the articles whose numbers begin with the digits of the text. */
  readonly isNumberList?: boolean
  /** No article has all words, so hits have some of them. */
  readonly isPartialMatch: boolean
  /** No article that passes has the phrases, so hits have words of them. */
  readonly isPhraseMissing?: boolean
  /** How many articles have enough of the words. The results end earlier where they stop being about the question. */
  readonly matchCount: number
  /** Other names and words that were searched as well. */
  readonly alsoSearched: readonly string[]
  /** Words of another language that were not searched, as hardly any article has them. */
  readonly leftOut: readonly string[]
  /** Products that the words name, whose articles come first; each may be chosen as a filter. */
  readonly namedProducts: readonly ProductSuggestion[]
  readonly facets: FacetCounts
}

/** What appears while the reader types: a signature, products and articles. */
export interface Suggestions {
  /** The text that the articles fit, if typing errors were corrected. */
  readonly correctedText?: string
  readonly signature?: SignatureSummary
  readonly products: readonly ProductSuggestion[]
  readonly articles: readonly Suggestion[]
}

export interface ProductSuggestion {
  readonly slug: string
  readonly name: string
  readonly articleCount: number
}

/** An article whose number or title fits what was typed so far. */
export interface Suggestion {
  readonly number: KbNumber
  readonly title: string
  readonly state: ArticleState
  readonly kind?: ArticleKind
  readonly provenance?: Provenance
  readonly seriesName?: string
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** Gives the query of a URL's parameters. Never fails: invalid parameters are ignored. */
export function parseSearchQuery(parameters: Parameters): SearchQuery {
  const { text, isCut } = cleanQueryText(first(parameters.q))
  const {
    words,
    phrases,
    preferred,
    excluded,
    plainText,
    productText,
    number: fieldNumber,
    ...stated
  } = parseSearchWords(text)
  const chosen = parseFilters(parameters)
  const written = plainText === '' && fieldNumber ? String(fieldNumber) : joinGroups(plainText)
  const number = parseArticleAddress(written)
  return {
    text,
    isCut,
    number,
    namedNumber: number === undefined ? (fieldNumber ?? parseNamedNumber(written)) : undefined,
    words,
    phrases,
    preferred,
    excluded,
    product: chosen.product ?? stated.product,
    productText: chosen.product ? undefined : productText,
    kind: chosen.kind ?? stated.kind,
    state: chosen.state ?? stated.state,
    provenance: chosen.provenance ?? stated.provenance,
    year: chosen.year ?? stated.year,
    isVerbatim: first(parameters.verbatim) === '1',
    isList: first(parameters.list) === '1',
    sort: SORTS.find((sort) => sort === first(parameters.sort)),
    page: parsePageNumber(parameters.page),
  }
}

/** Gives the query of a product's page: the parameters of a search, and the product that the path names. */
export function parseProductQuery(product: string, parameters: Parameters): SearchQuery {
  return { ...parseSearchQuery({ ...parameters, product }), isPinned: true, isList: true }
}

/** Gives the search that led to an article, as the URL of the article states it; `undefined` without words. */
export function parseArrival(parameters: Parameters): SearchQuery | undefined {
  const query = parseSearchQuery(parameters)
  if (query.words.length + query.phrases.length === 0) return undefined
  return first(parameters.pinned) === '1' && query.product !== undefined ? { ...query, isPinned: true } : query
}

/** Turns a product filter of the text back into a word, for a collection that has no such product. */
export function productToWord(query: SearchQuery): SearchQuery {
  const { productText } = query
  if (productText === undefined) return query
  return { ...query, words: [...query.words, productText], product: undefined, productText: undefined }
}

/** Gives the page of a list that a URL asks for, from 1 to 9999. An invalid value means page 1. */
export function parsePageNumber(value: Parameters[string]): number {
  const page = Number.parseInt(first(value), 10)
  return Number.isNaN(page) ? 1 : Math.min(Math.max(page, 1), 9999)
}

/** The digits of a number in groups, such as `940 006`. */
const GROUPS = String.raw`(?:\d{2,3}[ ,.]\d{3}|\d[ ,.]\d{3}[ ,.]\d{3})`
/** A text that is one, or one with letters among words; but `3.501` alone is a version. */
const GROUPED_NUMBER = new RegExp(
  String.raw`^(?!\d+\.)${GROUPS}$|(?<![\p{L}\p{N}])(?:kb|q) ?${GROUPS}(?![\p{L}\p{N}])`,
  'giu',
)

function joinGroups(text: string): string {
  return text.replace(GROUPED_NUMBER, (number) => number.replace(/[ ,.]/g, ''))
}

function parseFilters(parameters: Parameters): SearchFilters {
  let filters: SearchFilters = {}
  for (const name of FILTER_NAMES) filters = { ...filters, ...parseFilter(name, first(parameters[name])) }
  return filters
}

function first(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}
