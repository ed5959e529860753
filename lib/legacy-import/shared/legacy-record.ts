import type { Root } from 'mdast'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** Front matter before it is checked: an alias may be a name. */
export type WrittenFrontMatter = Partial<Omit<FrontMatter, 'aliases'>> & {
  readonly aliases?: readonly (KbNumber | string)[]
}

/** One article as a dump holds it: the front matter as far as the dump states it, and the body as a tree. */
export interface LegacyRecord {
  readonly frontMatter: WrittenFrontMatter
  readonly tree: Root
}

/** Something the importer found in a source file and could not place, or repaired. */
export interface Problem {
  readonly file: string
  /** The line in the source file, counted from 1. */
  readonly line: number
  /** What is wrong, with the value quoted. */
  readonly what: string
  /** What the importer did about it. */
  readonly handled: string
  readonly number?: KbNumber
  /** A short stable slug under which the summary counts it, such as `no-metadata-block`. */
  readonly kind: string
}

/** What a converter says of a place, before it is known whose it is. */
export type Finding = Omit<Problem, 'file' | 'number'>

/** One dump converted. */
export interface Conversion {
  readonly record: LegacyRecord
  readonly problems: readonly Problem[]
}
