import type { Root } from 'hast'
import type {
  ArticleReference,
  ArticleState,
  ArticleSummary,
  Heading,
  ProductSummary,
  UpdateLine,
} from '@/lib/kb/articles/article'
import type { EditionChange } from '@/lib/kb/articles/edition'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SiteSource } from '@/lib/kb/site'
import type { FixedInRelease, FixedInUpdate, ReplacementEdge } from '@/lib/kb/updates/ledger'
import type { Series } from '@/lib/kb/updates/series'
import type { NewerForProduct } from '@/lib/kb/updates/succession'

/** What is known about newer articles, for the notice at the top of a page. */
export interface Supersedence {
  readonly state: ArticleState
  /** The articles that replace this one, or a part of it. */
  readonly supersededBy: readonly ArticleReference[]
  /** The newest article at the end of the chain, unless `supersededBy` has it. */
  readonly currentArticle?: ArticleReference
  /** The article that says how to get the latest update. */
  readonly obtain?: ArticleReference
  /** The statements about its replacement, and about a cycle that it is part of. */
  readonly evidence: readonly ReplacementEdge[]
  /** Why the update was withdrawn. */
  readonly withdrawn?: string
  readonly line?: UpdateLine
  /** What a series file says of that line. */
  readonly series?: Series
  /** What is newer for the product than every update of the line. */
  readonly newerForProduct?: NewerForProduct
}

export interface Backlink extends ArticleSummary {
  /** The words around the link. */
  readonly context: string
}

/** What the search that led to an article found in it. */
export interface ArticleMatches {
  readonly count: number
  /** Words that were marked though they were not typed. */
  readonly added: readonly string[]
  /** The place of the article among the results. */
  readonly backUrl: string
}

/** One of several articles that are parts of one work. */
export interface ArticlePart {
  readonly number: KbNumber
  readonly part: number
  readonly total: number
}

/** Everything that the page of an article shows. */
export interface ArticlePage {
  /** The file of the article, below the content folder. */
  readonly path: string
  readonly summary: ArticleSummary
  readonly frontMatter: FrontMatter
  /** Whom the owner of the site names for its source. */
  readonly attribution?: SiteSource
  /** What is known of its former texts, oldest first. */
  readonly editions: readonly EditionChange[]
  /** The files that have its number and are not served, in path order. */
  readonly otherFiles: readonly string[]
  /** The language of the articles. */
  readonly language: string
  /** The products and the group that it applies to. */
  readonly products: readonly ProductSummary[]
  /** The family to which most of its products belong. */
  readonly family?: ProductSummary
  /** The body as a sanitized tree with resolved links. */
  readonly tree: Root
  readonly headings: readonly Heading[]
  /** The first sentences of the body as plain text, at most 200 characters. */
  readonly description: string
  readonly supersedence: Supersedence
  /** Updates that fix this article's problem, oldest first. */
  readonly fixedIn: readonly FixedInUpdate[]
  /** Releases that fix it; those that the article itself names come first. */
  readonly fixedInReleases: readonly FixedInRelease[]
  /** Articles that link to this one, in number order, at most `MAX_BACKLINKS`. */
  readonly backlinks: readonly Backlink[]
  readonly backlinkCount: number
  /** All parts of the work of which the article is one, or none. */
  readonly parts: readonly ArticlePart[]
}
