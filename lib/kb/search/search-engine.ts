import type { IndexedFacts } from '@/lib/kb/article-facts'
import type { Article } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SearchQuery, SearchResults, Suggestion } from './search-query'

/** An article as an engine takes it. */
export interface SearchableArticle {
  readonly article: Article
  readonly facts: IndexedFacts
}

/** An article that a long text resembles. */
export interface SimilarArticle {
  readonly number: KbNumber
  /** Comparable within one answer only. */
  readonly score: number
  /** From 0 to 1: how much of the weight of the text's rare words the article has. */
  readonly coverage: number
  /** The rare words of the text by which articles were told apart, the most telling first, as terms. */
  readonly terms: readonly string[]
}

/**
 * Whatever finds articles: the index file of one machine, or a cluster that holds more than one machine can. Answers are
 * promised, since an engine may have to ask others. What an engine must do is written down in
 * tests/support/search-engine-conformance.ts; pages ask lib/collection and do not know which engine answers.
 */
export interface SearchEngine {
  /** Makes articles findable, each in place of the one with its number. They are seen together, or, after a fault, not at all. */
  put(articles: readonly SearchableArticle[]): Promise<void>
  /** Forgets articles; a number that it does not have is nothing to forget. */
  delete(numbers: readonly KbNumber[]): Promise<void>
  /** Answers any query; a fault is thrown and never looks like "no results". */
  search(query: SearchQuery): Promise<SearchResults>
  /** Lists at most eight articles that fit what was typed so far, best first. */
  suggest(text: string): Promise<readonly Suggestion[]>
  /** Lists the articles that a text of any length resembles, best first. */
  findSimilar(text: string, limit: number): Promise<readonly SimilarArticle[]>
}
