import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ArticleReference, ArticleSummary, PageOf, ProductSummary } from './article'

/** How many wanted articles a page lists. */
export const WANTED_PER_PAGE = 25

/** A sentence with which articles cite a number; of a sentence that many share the first articles are named. */
export interface CitingQuote {
  readonly context: string
  /** In number order. */
  readonly sources: readonly ArticleSummary[]
  readonly sourceCount: number
}

/** A number that articles cite and the collection lacks, as the list of wanted articles shows it. */
export interface WantedEntry {
  readonly number: KbNumber
  /** The title with which most of the citing articles name it. */
  readonly title?: string
  /** How many articles cite it; in the list of one product, how many of that product do. */
  readonly citationCount: number
  /** The dates of the oldest and the newest citing article, where any has one. */
  readonly firstCited?: string
  readonly lastCited?: string
  /** The sentences that most articles have, then the fullest. */
  readonly quotes: readonly CitingQuote[]
}

/** A page of the wanted articles, the most cited first. */
export interface WantedList extends PageOf<WantedEntry> {
  /** The product whose articles cite them; `undefined` when all articles count. */
  readonly product?: ProductSummary
  /** The products of which an article cites a wanted one; each counts the wanted articles. */
  readonly products: readonly ProductSummary[]
}

/** A wanted article with all that cites it, for programs. */
export interface WantedRecord extends Omit<WantedEntry, 'quotes'> {
  /** The sentence with which most articles cite it, the fullest of several. */
  readonly quote?: string
  readonly citedBy: readonly KbNumber[]
}

/** Everything known of a number that the collection lacks. */
export interface WantedArticle extends ArticleReference {
  readonly citationCount: number
  readonly firstCited?: string
  readonly lastCited?: string
  /** What cites it, by product; the product with most citations first, articles without a product last. */
  readonly groups: readonly CitingGroup[]
}

/** The articles of one product that cite a number. */
export interface CitingGroup {
  readonly product?: Pick<ProductSummary, 'name' | 'slug'>
  readonly citationCount: number
  readonly quotes: readonly CitingQuote[]
}
