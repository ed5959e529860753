import type { ArticleSummary } from './article'

/** Something that happened in the collection: an article appeared, or another one replaced it. */
export interface Change {
  readonly article: ArticleSummary
  /** YYYY-MM-DD, YYYY-MM or YYYY: when the article, or what replaces it, was released or else reviewed. */
  readonly date: string
  /** The next article that replaces it. */
  readonly replacedBy?: ArticleSummary
}
