import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ArticleState } from './article'
import type { Provenance } from './front-matter'

/** What a link's preview shows of the article that it leads to. */
export interface ArticlePreview {
  readonly number: KbNumber
  /** `missing` when the collection lacks it. */
  readonly state: ArticleState | 'missing'
  readonly provenance?: Provenance
  /** The newest article that replaces it. */
  readonly currentArticle?: KbNumber
  /** The first update that fixes the problem. */
  readonly fixedIn?: KbNumber
  /** Of a missing article the title with which others cite it. */
  readonly title?: string
  /** The first products that it applies to. */
  readonly products: readonly string[]
  readonly productCount: number
  /** Its first sentences. */
  readonly description?: string
}
