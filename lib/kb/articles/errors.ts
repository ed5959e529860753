import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** Where a fault of an article stands and which article it is, as far as known. */
export interface ArticlePlace {
  /** Path below the content folder. */
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  readonly number?: KbNumber
}

/** Something that is wrong with an article. The message is two sentences: what is wrong, and what to do. */
export interface ContentProblem extends ArticlePlace {
  readonly message: string
  /** True for what the sources of articles say themselves: worth knowing, and nobody's fault here. */
  readonly isNote?: boolean
}

/** Thrown for a file that cannot be served as an article. */
export class ArticleError extends Error {
  readonly place: ArticlePlace

  constructor(message: string, place: ArticlePlace) {
    super(message)
    this.name = 'ArticleError'
    this.place = place
  }
}

/** Gives the line that start-up and the checker print: `path:line  what is wrong. What to do.` */
export function formatContentProblem(problem: ContentProblem): string {
  return `${problem.path}:${problem.line}  ${problem.message}`
}
