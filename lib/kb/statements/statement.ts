import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** One sentence, or one entry of a list, in which an article states a relation of its own update or problem. */
export interface Statement {
  readonly kind: 'supersedes' | 'superseded-by' | 'fixes' | 'fixed-in' | 'requires'
  /** The other article. Without one a `superseded-by` is by an unknown update, and the other kinds name a release. */
  readonly target?: KbNumber
  /** The release that is named, as the article writes it. */
  readonly releaseName?: string
  /** The slugs of that release, or of the list that has the entry; none when the table of releases does not know the name. */
  readonly releases: readonly string[]
  /** The section of `target` that alone is meant. */
  readonly part?: string
  /** The sentence that says so; for an entry of a list, the words above the list and the entry. */
  readonly sentence: string
  /** The heading above it. */
  readonly section?: string
  /** Line of the body, counted from 1. */
  readonly line: number
}
