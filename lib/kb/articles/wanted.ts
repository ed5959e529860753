import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ArticleReference, ArticleSummary, PageOf, ProductSummary } from './article'

export const WANTED_PER_PAGE = 25

/** A sentence with which articles cite a number. If many articles share it, `sources` has the first of them. */
export interface CitingQuote {
  readonly context: string
  /** In number order. */
  readonly sources: readonly ArticleSummary[]
  readonly sourceCount: number
}

/** A wanted article in the list: articles cite its number, and the collection lacks it. */
export interface WantedEntry {
  readonly number: KbNumber
  /** The title that most citing articles give it. */
  readonly title?: string
  /** The number of citing articles, in the list of one product only those of that product. */
  readonly citationCount: number
  /** The dates of the oldest and the newest citing article. */
  readonly firstCited?: string
  readonly lastCited?: string
  /** The most shared sentences first, then the longest. */
  readonly quotes: readonly CitingQuote[]
}

/** A page of wanted articles, the most cited first. */
export interface WantedList extends PageOf<WantedEntry> {
  /** The list is limited to citations in articles of this product. */
  readonly product?: ProductSummary
  /** The products that the list can be limited to, each with its number of wanted articles. */
  readonly products: readonly ProductSummary[]
}

/** A wanted article with everything that cites it, for programs. */
export interface WantedRecord extends Omit<WantedEntry, 'quotes'> {
  /** The most shared sentence that cites it, the longest of several. */
  readonly quote?: string
  readonly citedBy: readonly KbNumber[]
}

/** Everything that is known about a number that the collection lacks. */
export interface WantedArticle extends ArticleReference {
  readonly citationCount: number
  readonly firstCited?: string
  readonly lastCited?: string
  /** The product with most citations first, articles without a product last. */
  readonly groups: readonly CitingGroup[]
}

export interface CitingGroup {
  readonly product?: Pick<ProductSummary, 'name' | 'slug'>
  readonly citationCount: number
  readonly quotes: readonly CitingQuote[]
}
