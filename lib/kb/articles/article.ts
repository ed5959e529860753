import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ArticleKind, Provenance } from './article-kinds'
import type { FrontMatter } from './front-matter'
import type { PictureReference } from './picture'

/** One Markdown file of content/: checked front matter and the body below it. */
export interface Article {
  readonly frontMatter: FrontMatter
  /** The line of the file on which each field stands, counted from 1. */
  readonly fieldLines: Readonly<Record<string, number>>
  /** Markdown after the front matter. */
  readonly body: string
  /** Path below content/, with forward slashes. */
  readonly path: string
  /** Line of the file on which the body starts, counted from 1. */
  readonly bodyLine: number
  /** Hash of the whole file; equal text has an equal hash. */
  readonly contentHash: string
}

/** An article without its text. */
export type ArticleHead = Omit<Article, 'body'>

/** A link from one article to another, whether or not the collection has the other. */
export interface ArticleLink {
  readonly target: KbNumber
  /** Line of the body, counted from 1. */
  readonly line: number
  /** The title with which the article cites the other, if it gives one. */
  readonly citedTitle?: string
  /** The text of the block with the link, cut around the link. */
  readonly context: string
  /** True for a written link, false for a number or URL found in prose. */
  readonly isExplicit: boolean
}

/** A link to the file of another article. */
export interface FileLink extends Omit<ArticleLink, 'target' | 'isExplicit'> {
  /** The address as the article writes it, such as `../guides/first-steps.md#cause`. */
  readonly url: string
}

/** A leaf block of a body: a paragraph, heading, code block, event log entry or table row. */
export interface TextBlock {
  /** The words without Markdown syntax; lines of code stay lines. */
  readonly text: string
  readonly kind: 'paragraph' | 'heading' | 'code' | 'event' | 'row'
  /** First line in the body, counted from 1. */
  readonly line: number
  /** The nearest heading above it. */
  readonly section?: string
}

/** What a body says, for the index. */
export interface ArticleFacts {
  readonly blocks: readonly TextBlock[]
  /** All words, one block per line. */
  readonly plainText: string
  /** The first sentences, at most 200 characters. */
  readonly description: string
  readonly links: readonly ArticleLink[]
  /** Links to files beside the article, whose numbers their own files say. */
  readonly fileLinks?: readonly FileLink[]
  /** The files beside the article that it shows. */
  readonly pictures?: readonly PictureReference[]
  /** Those that it leads to, and that are no articles. */
  readonly attachments?: readonly PictureReference[]
}

/**
 * How an article stands towards newer ones, as far as the collection knows.
 * `latest`: the newest of a line of updates that no later line of the product follows. `last-of-line`: the newest of a line
 * that a later one follows, so that something newer is known for the product.
 */
export type ArticleState =
  | 'no-replacement-known'
  | 'latest'
  | 'last-of-line'
  | 'superseded'
  | 'superseded-by-unknown'
  | 'partly-superseded'
  | 'withdrawn'

/** Tells whether no update of the same line is newer. Something newer may still be known for the product. */
export function isNewestOfLine(state: ArticleState | 'unknown'): boolean {
  return state === 'latest' || state === 'last-of-line'
}

/** What lists show about an article. */
export interface ArticleSummary {
  readonly number: KbNumber
  readonly title: string
  /** Its name in a timeline, such as `Update Rollup 4`. */
  readonly shortTitle?: string
  readonly kind?: ArticleKind
  readonly provenance?: Provenance
  readonly products: readonly string[]
  readonly released?: string
  readonly reviewed?: string
  readonly build?: string
  readonly line?: string
  readonly state: ArticleState
  /** The newest article that replaces it, at the end of the chain. */
  readonly currentArticle?: KbNumber
  /** The short name of its series, such as `SP1`, where it is the last update of a series that a later one follows. */
  readonly seriesName?: string
}

/** An article that another one names; without a `summary` if the collection lacks it. */
export interface ArticleReference {
  readonly number: KbNumber
  /** Its own title, or for a missing article the one with which others cite it. */
  readonly title?: string
  readonly summary?: ArticleSummary
}

export interface Heading {
  /** The fragment in its URL. */
  readonly id: string
  readonly text: string
  readonly depth: 2 | 3 | 4 | 5 | 6
}

/** A line: updates that replace each other, oldest first. */
export interface UpdateLine {
  readonly name: string
  readonly slug: string
  readonly updates: readonly ArticleSummary[]
}

/** A product or group of products. */
export interface ProductSummary {
  readonly name: string
  readonly slug: string
  readonly articleCount: number
}

/** A product in one version; its `line` is its name without the version. */
export interface ProductVersionSummary extends ProductSummary {
  readonly line: string
  readonly version: string
}

/** A product that readers browse. */
export interface ProductDetails extends ProductSummary {
  /** The family of a version. */
  readonly family?: ProductSummary
  /** The versions of the family, by line and version. */
  readonly versions: readonly ProductVersionSummary[]
}

export interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly itemCount: number
  /** Counted from 1. */
  readonly page: number
  readonly pageCount: number
}
