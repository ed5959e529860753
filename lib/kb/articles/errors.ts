import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { showHidden } from './visible-text'

/** A place in a file, and its article, if known. */
export interface Place {
  /** Path below the folder that was read, with forward slashes. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly number?: KbNumber
}

/** Something that is wrong with an article. The message is two sentences: what is wrong, and what to do. */
export interface Problem extends Place {
  readonly message: string
  /** True if the sources of articles contradict each other, so that there is nothing to fix here. */
  readonly isNote?: boolean
}

/** Thrown for a file that cannot be served as an article. */
export class ArticleError extends Error {
  readonly place: Place
  /** Everything that is wrong, the message of the error first. */
  readonly problems: readonly Problem[]

  constructor(message: string, place: Place, others: readonly Problem[] = []) {
    super(message)
    this.name = 'ArticleError'
    this.place = place
    this.problems = [{ ...place, message }, ...others]
  }
}

/** Formats a problem as `path:line  what is wrong. What to do.`, on one line and without anything that a terminal obeys. */
export function formatProblem({ file, line, message }: Problem): string {
  return showHidden(`${file}:${line}  ${message}`).replace(/[\n\t]+/g, ' ')
}

/** The file of an article is not the one that was indexed, and its text was not kept. */
export class ChangedArticleError extends Error {
  constructor(path: string) {
    super(`${path} has changed since it was indexed. Run "npm run index:build".`)
  }
}
