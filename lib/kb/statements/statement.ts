import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { NamedRelease } from '@/lib/kb/releases/release-names'

/**
 * One relation, as one article states it: subject replaces, fixes or requires object. Both are articles, except that a
 * release may be the subject that fixes, or the object that is required.
 */
export interface Statement {
  readonly kind: 'replaces' | 'fixes' | 'requires'
  /** Absent if a release fixes, or if the article does not say what replaces it. */
  readonly subject?: KbNumber
  readonly object?: KbNumber
  readonly release?: NamedRelease
  /** The only section of the object that is replaced. */
  readonly part?: string
  readonly isPartial: boolean
  readonly statedBy: KbNumber
  readonly origin: 'front-matter' | 'text' | 'both'
  /** The line of the file, counted from 1; if both state it, the line of the front matter. */
  readonly line: number
  /** For an entry of a list: the words above the list and the entry. */
  readonly sentence?: string
  /** The heading above the sentence. */
  readonly section?: string
}

/** What a statement says, without its words and its place. */
export type Relation = Pick<Statement, 'kind' | 'subject' | 'object' | 'release' | 'part'>

/** The article that speaks. */
export interface Speaker {
  readonly number: KbNumber
  readonly title: string
  /** The line of its file on which the body starts, 1 if there is no file. */
  readonly bodyLine?: number
}

/** Keeps the first statement of each relation. */
export function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const known = new Set<string>()
  return statements.filter((statement) => {
    const key = relationKey(statement)
    return !known.has(key) && known.add(key)
  })
}

/** Gives equal texts for equal relations that one article states. Two names of one release are equal. */
export function relationKey({ kind, subject, object, release, part, isPartial }: Statement): string {
  return JSON.stringify([kind, subject, object, release && (release.slug ?? release.name), part, isPartial])
}
