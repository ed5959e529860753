import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ArticleKind, FrontMatter, Provenance } from './front-matter'

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

/** A link from an article to another, as found. Whether the other exists is judged where the collection is known. */
export interface ArticleLink {
  readonly target: KbNumber
  /** Line of the body, counted from 1. */
  readonly line: number
  /** The title with which the article cites the other, where it gives one. */
  readonly citedTitle?: string
  /** The text of the block in which the link stands, cut around the link. */
  readonly context: string
  /** True for a link that someone wrote, false for a number or an address found in prose. */
  readonly isExplicit: boolean
}

/** A leaf block of a body: a paragraph, a heading, a code block, an event-log entry or a row of a table. */
export interface TextBlock {
  /** The words, without Markdown's marks; lines of code stay lines. */
  readonly text: string
  readonly kind: 'paragraph' | 'heading' | 'code' | 'event' | 'row'
  /** Line of the body on which it begins, counted from 1. */
  readonly line: number
  /** The text of the nearest heading above it, where there is one. */
  readonly section?: string
}

/** What is known of a body. */
export interface ArticleFacts {
  /** The leaf blocks in reading order. */
  readonly blocks: readonly TextBlock[]
  /** All words, blocks on lines of their own. */
  readonly plainText: string
  /** The first sentences, at most 200 characters. */
  readonly description: string
  readonly links: readonly ArticleLink[]
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

/** What a list needs of an article. */
export interface ArticleSummary {
  readonly number: KbNumber
  readonly title: string
  /** What a timeline calls it, such as `Update Rollup 4`. */
  readonly shortTitle?: string
  readonly kind?: ArticleKind
  readonly provenance?: Provenance
  readonly products: readonly string[]
  readonly released?: string
  readonly reviewed?: string
  readonly build?: string
  readonly line?: string
  readonly state: ArticleState
  /** The newest article that replaces it, at the end of the chain, where one is known. */
  readonly currentArticle?: KbNumber
}

/** An article that another one names; `summary` is absent when the collection lacks it. */
export interface ArticleReference {
  readonly number: KbNumber
  /** The collection's title, else the title with which others cite it. */
  readonly title?: string
  readonly summary?: ArticleSummary
}

/** A heading of a body. */
export interface Heading {
  /** The fragment that leads to it. */
  readonly id: string
  readonly text: string
  readonly depth: 2 | 3 | 4 | 5 | 6
}

/** A line of updates that replace each other, oldest first. */
export interface UpdateLine {
  readonly name: string
  readonly slug: string
  readonly updates: readonly ArticleSummary[]
}

/** A product, or a group of products, with its number of articles. */
export interface ProductSummary {
  readonly name: string
  readonly slug: string
  readonly articleCount: number
}

/** One page of a long list. */
export interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly itemCount: number
  /** Counted from 1. */
  readonly page: number
  readonly pageCount: number
}
