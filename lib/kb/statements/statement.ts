import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { NamedRelease } from '@/lib/kb/releases/release-names'

/**
 * One relation, as one article states it: subject replaces, fixes or requires object. Both are articles; a release stands in
 * for the subject that fixes, or for the object that is required.
 */
export interface Statement {
  readonly kind: 'replaces' | 'fixes' | 'requires'
  /** Absent where a release fixes, or where the article does not say what replaces it. */
  readonly subject?: KbNumber
  readonly object?: KbNumber
  readonly release?: NamedRelease
  /** The section of the object that alone is replaced, where it is named. */
  readonly part?: string
  /** True if only a part of the object is replaced. */
  readonly isPartial: boolean
  readonly statedBy: KbNumber
  /** Where the article states it. */
  readonly origin: 'front-matter' | 'text' | 'both'
  /** The line of the article's file, counted from 1; that of the front matter where both state it. */
  readonly line: number
  /** The words that state it; for an entry of a list, the words above the list and the entry. */
  readonly sentence?: string
  /** The heading above the sentence. */
  readonly section?: string
}

/** What a statement says, without where and in which words. */
export type Relation = Pick<Statement, 'kind' | 'subject' | 'object' | 'release' | 'part'>

/** The article that speaks. */
export interface Speaker {
  readonly number: KbNumber
  readonly title: string
  /** The line of its file on which the body starts; 1 for a text that is in no file. */
  readonly bodyLine?: number
}

/** Keeps the first of the statements that say the same. */
export function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const known = new Set<string>()
  return statements.filter((statement) => {
    const key = relationKey(statement)
    return !known.has(key) && known.add(key)
  })
}

/** Gives a text that is equal for equal relations of one article. Two names of one release are equal. */
export function relationKey({ kind, subject, object, release, part, isPartial }: Statement): string {
  return JSON.stringify([kind, subject, object, release && (release.slug ?? release.name), part, isPartial])
}
