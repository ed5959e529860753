/** What the author's checker looks for, by the id that reports use. */
export const FAULT_RULES = {
  'front-matter': 'The front matter is missing, not valid YAML, or not what docs/content-format.md describes.',
  'yaml-comment': 'A value is cut off at " #", which begins a comment.',
  'yaml-anchor': 'A value begins with a sign that means something else in YAML.',
  'unclosed-fence': 'A block of code is not closed.',
  'unknown-alert': 'A note is of a kind that there is not.',
  'dead-link': 'A link leads to an article that the collection lacks.',
  'dead-heading': 'A link leads to a heading that there is not.',
  'missing-file': 'A link or picture names a file that is not there.',
  'other-ending': 'A file looks like an article, but its ending keeps it from being read.',
  collection: 'Articles contradict each other, or share a number.',
  'cited-title': 'Other articles cite the article by another title.',
} as const

export type FaultRule = keyof typeof FAULT_RULES

/** Something that an author has to look at. The message is two sentences: what is wrong, and what to do. */
export interface Fault {
  /** Path below the content folder. */
  readonly file: string
  /** Both counted from 1. */
  readonly line: number
  readonly column: number
  readonly rule: FaultRule
  /** Only errors make the check fail. */
  readonly level: 'error' | 'warning'
  readonly message: string
}

/** Orders faults as they stand in the files. */
export function compareFaults(one: Fault, other: Fault): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line || one.column - other.column || (one.message < other.message ? -1 : 1)
}
