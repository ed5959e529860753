import type { Root } from 'hast'
import type {
  ArticleReference,
  ArticleState,
  ArticleSummary,
  Heading,
  ProductSummary,
  UpdateLine,
} from '@/lib/kb/articles/article'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { FixedInRelease, FixedInUpdate, ReplacementEdge } from '@/lib/kb/updates/ledger'
import type { Series } from '@/lib/kb/updates/series'
import type { NewerForProduct } from '@/lib/kb/updates/succession'

/** What is known of newer articles, ready for the notice at the top of the page. */
export interface Supersedence {
  readonly state: ArticleState
  /** The article or articles that replace this one, or a part of it. */
  readonly supersededBy: readonly ArticleReference[]
  /** The newest article at the end of the chain, when it is not `supersededBy` itself. */
  readonly currentArticle?: ArticleReference
  /** The article that tells how to obtain the latest update. */
  readonly obtain?: ArticleReference
  /** What is stated of its replacement, and of a cycle that it is part of. */
  readonly evidence: readonly ReplacementEdge[]
  /** Why the update was withdrawn. */
  readonly withdrawn?: string
  /** The line of updates that the article belongs to. */
  readonly line?: UpdateLine
  /** What a series file says of that line. */
  readonly series?: Series
  /** What is newer for the product than every update of the line. */
  readonly newerForProduct?: NewerForProduct
}

/** An article that links to another, with the words around the link. */
export interface Backlink extends ArticleSummary {
  /** The text of the block in which the link stands, cut to a sentence or two. */
  readonly context: string
}

/** Everything that the page of an article shows, in one flat object. */
export interface ArticlePage {
  readonly summary: ArticleSummary
  readonly frontMatter: FrontMatter
  /** The products and the group that it applies to, with the addresses of their lists. */
  readonly products: readonly ProductSummary[]
  /** The body as a sanitized tree, links resolved. */
  readonly tree: Root
  readonly headings: readonly Heading[]
  /** The first sentences of the body as plain text, at most 200 characters. */
  readonly description: string
  readonly supersedence: Supersedence
  /** Updates that contain the fix of this article's problem, oldest first. */
  readonly fixedIn: readonly FixedInUpdate[]
  /** Releases that fix it, those that the article itself names first. */
  readonly fixedInReleases: readonly FixedInRelease[]
  /** Articles that link to this one, in number order, at most `MAX_BACKLINKS`. */
  readonly backlinks: readonly Backlink[]
  readonly backlinkCount: number
}
