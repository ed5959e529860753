import type { Root } from 'hast'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { SiteSource } from '@/lib/kb/site'

/** The text of a file that has the number of an article and is not served as it. */
export interface OtherText {
  /** The article that is served. */
  readonly served: ArticleSummary
  /** The file of this text, below the content folder. */
  readonly path: string
  readonly frontMatter: FrontMatter
  readonly attribution?: SiteSource
  /** The body as a sanitized tree with resolved links. */
  readonly tree: Root
}
