import type { ArticleState, ArticleSummary, PageOf } from './article'
import { ARTICLE_KINDS, type ArticleKind } from './front-matter'
import type { KbNumber } from './kb-number'
import { parseArticleAddress } from './legacy-url'

/** Longer input is cut: nobody reads past it and each word costs work. */
export const MAX_QUERY_LENGTH = 256
export const RESULTS_PER_PAGE = 20
/** Deeper pages cost more and nobody reads them. */
export const MAX_RESULT_PAGE = 50

/** The two states that readers tell apart in a list of results. */
export const STATE_FILTERS = ['current', 'superseded'] as const
export type StateFilter = (typeof STATE_FILTERS)[number]

/** What a reader asks for, safe to hand on. */
export interface SearchQuery {
  /** As typed, trimmed and cut to `MAX_QUERY_LENGTH`. */
  readonly text: string
  /** The article number that the whole text spells, if it does. */
  readonly number?: KbNumber
  /** The slug of a product. */
  readonly product?: string
  readonly state?: StateFilter
  readonly kind?: ArticleKind
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
  const text = first(parameters.q)
    .normalize('NFKC')
    .trim()
    .slice(0, MAX_QUERY_LENGTH)
    // Control characters, and halves of characters: typed ones and the one that the cut may leave.
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
  const product = first(parameters.product)
  return {
    text,
    number: parseArticleAddress(text),
    product: /^[a-z0-9-]{1,120}$/.test(product) ? product : undefined,
    state: STATE_FILTERS.find((state) => state === first(parameters.state)),
    kind: ARTICLE_KINDS.find((kind) => kind === first(parameters.kind)),
    page: Math.min(parsePageNumber(parameters.page), MAX_RESULT_PAGE),
  }
}

/** Gives the page of a list that a URL asks for, from 1 to 9999; what makes no sense is page 1. */
export function parsePageNumber(value: Parameters[string]): number {
  const page = Number.parseInt(first(value), 10)
  return Number.isNaN(page) ? 1 : Math.min(Math.max(page, 1), 9999)
}

function first(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}
