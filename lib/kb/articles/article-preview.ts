import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ArticleState } from './article'
import type { ArticleKind, Provenance } from './article-kinds'

/** What the preview of a link shows about its article. */
export interface ArticlePreview {
  readonly number: KbNumber
  /** `missing` if the collection lacks it. */
  readonly state: ArticleState | 'missing'
  readonly kind?: ArticleKind
  readonly provenance?: Provenance
  /** The short name of the series that it is the last update of. */
  readonly seriesName?: string
  /** The newest article that replaces it. */
  readonly currentArticle?: KbNumber
  /** The first update that fixes the problem. */
  readonly fixedIn?: KbNumber
  /** For a missing article: the title with which others cite it. */
  readonly title?: string
  readonly products: readonly string[]
  readonly productCount: number
  readonly description?: string
}
