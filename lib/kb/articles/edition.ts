import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** A block of an edition: its words, and the heading of the section that it stands in. */
export interface EditionBlock {
  readonly text: string
  readonly section?: string
}

/** The text of an article as it was on a day. */
export interface Edition {
  /** YYYY-MM-DD. */
  readonly day: string
  readonly blocks: readonly EditionBlock[]
}

/** An edition, and how many words it has that the one before had not, and lacks. Both are absent for the first one. */
export interface EditionChange {
  readonly number: KbNumber
  readonly day: string
  /** The edition before it. */
  readonly before?: string
  readonly added?: number
  readonly removed?: number
}

/** A change of one article in a list of the collection's changes. */
export interface ArticleChange extends EditionChange {
  readonly article: ArticleSummary
}

/** What differs between the texts of an article on two days. */
export interface ArticleComparison {
  readonly article: ArticleSummary
  readonly editions: readonly EditionChange[]
  readonly from: string
  readonly to: string
  readonly sections: readonly SectionChange[]
}

/** A piece of a block, and whether both editions have it. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** The changed blocks of one section; `section` is its heading, absent above the first. */
export interface SectionChange {
  readonly section?: string
  /** Each block that is not the same in both editions. */
  readonly blocks: readonly (readonly WordChange[])[]
}

/** Gives the day of a text: that of its copy, or else of its last review. */
export function dayOfText({ source, reviewed }: Pick<Partial<FrontMatter>, 'source' | 'reviewed'>): string | undefined {
  return [source?.captured, reviewed].find((day) => day !== undefined && isDay(day))
}

/** True for a day such as `2023-01-13`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
