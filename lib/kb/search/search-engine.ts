import type { Article, ArticleFacts } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SearchFilters } from './search-filters'
import type { Excerpt, FacetCounts, ProductSuggestion, SearchQuery } from './search-query'

/**
 * What finds articles by words. Everything else that a search answers (numbers, aliases, summaries, hints) is answered
 * above it, by lib/kb-index/read/search-articles.ts. Answers are promised, since an engine may have to ask others.
 * tests/support/search-engine-conformance.ts says what an engine must do.
 */
export interface SearchEngine<Index> {
  /** Ranks, counts and quotes. Any query is legal; a fault is thrown and never looks like "no results". */
  search(index: Index, query: EngineQuery): Promise<EngineResults>
  /** Lists at most `MAX_SUGGESTIONS` articles whose titles fit what was typed so far, best first. */
  suggest(index: Index, text: string): Promise<SuggestedArticles>
  /** Finds the articles that a text of any length resembles. */
  findSimilar(index: Index, text: string, limit: number): Promise<SimilarArticles>
}

/** What enters the words of articles into the index file, from which any other engine gets them. */
export interface SearchWriter<Index, Document> {
  /** Begins to make documents, which the workers do that read articles. Each of several workers has a number of its own. */
  makeDocuments(reader?: number): DocumentMaking<Document>
  /** Opens a change of the index, inside the transaction of its writer. */
  change(index: Index): SearchChange<Document>
}

/** Documents of a batch may share memory, and are complete when it ends. They must be written in the order in which they were made. */
export interface DocumentMaking<Document> {
  make(article: Article, facts: ArticleFacts): Document
  /** Ends a batch of at least one document. */
  endBatch(): void
}

/** Documents that become findable together, or, after a fault, not at all. They come one by one to keep memory bounded. */
export interface SearchChange<Document> {
  /** Adds the document of an article that the engine does not have, or that was deleted before. */
  put(number: KbNumber, document: Document): void
  /** Leaves out a document that another article has taken the place of. Each document is either put or left out. */
  leaveOut(document: Document): void
  /** Forgets an article while the index still has its row; a number without a document is ignored. */
  delete(number: KbNumber): void
  write(): Promise<void>
}

/**
 * A query as an engine takes it. Without words and phrases, everything that passes the filters is a hit; without filters as
 * well, nothing is.
 */
export interface EngineQuery
  extends SearchFilters,
    Pick<SearchQuery, 'words' | 'phrases' | 'preferred' | 'excluded' | 'isVerbatim' | 'sort' | 'page'> {
  /** Error codes, events and the like in the words, with the articles that mention them in any spelling. */
  readonly signatures?: readonly MentionedSignature[]
  /** Only articles whose numbers begin with these digits are hits. Such a query has no words. */
  readonly numberPrefix?: string
}

/** A signature as the text writes it, and its articles. */
export interface MentionedSignature {
  /** As in addresses: 0x80070643, event-11306-msiinstaller. */
  readonly id: string
  readonly text: string
  readonly numbers: readonly KbNumber[]
}

export interface EngineResults {
  /** The hits of one page in the order of `sortOf`; equally good ones in number order. */
  readonly numbers: readonly KbNumber[]
  readonly itemCount: number
  /** How many articles have enough of the words, of which the best are hits. */
  readonly matchCount: number
  /** Other names and words that were searched as well. */
  readonly alsoSearched: readonly string[]
  /** Words of another language that were not searched, as hardly any article has them. */
  readonly leftOut: readonly string[]
  /** Products that the words name, whose articles come first; each may be chosen as a filter. */
  readonly namedProducts: readonly ProductSuggestion[]
  readonly facets: FacetCounts
  /** Excerpts of the hits, except for a query by `numberPrefix`. */
  readonly excerpts: ReadonlyMap<KbNumber, Excerpt>
  /** The words that were searched instead of the typed ones, in the same order, if any typing error was corrected. */
  readonly correctedWords?: readonly string[]
  /** No article has all words, so hits have some of them. */
  readonly isPartialMatch: boolean
}

export interface SuggestedArticles {
  readonly numbers: readonly KbNumber[]
  /** The text that they fit, if typing errors were corrected. */
  readonly correctedText?: string
}

export interface SimilarArticles {
  /** The rare words of the text, as terms, the most distinctive first. */
  readonly terms: readonly string[]
  /** Best first. */
  readonly articles: readonly SimilarArticle[]
}

export interface SimilarArticle {
  readonly number: KbNumber
  /** Comparable within one answer only. */
  readonly score: number
  /** From 0 to 1: how much of the weight of the rare words the article has. */
  readonly coverage: number
  /** Those of the rare words that the article has, in the same order. */
  readonly matchedTerms: readonly string[]
}
