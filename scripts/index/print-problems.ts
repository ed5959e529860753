import { formatProblem, type Problem } from '@/lib/kb/articles/errors'
import { formatCount } from '@/scripts/shared/progress.mjs'

/** Tells whether somebody has to fix something; a note needs no action. */
export function isFault(problem: Problem): boolean {
  return problem.isNote !== true
}

/** Prints each problem on its own line, with the count above. */
export function printProblems(problems: readonly Problem[]): void {
  const faults = problems.filter(isFault)
  if (faults.length > 0) console.error(`${formatCount(faults.length, 'problem')} in the articles:`)
  for (const fault of faults) console.error(formatProblem(fault))
  const notes = problems.filter((problem) => problem.isNote)
  if (notes.length > 0) console.error(`${formatCount(notes.length, 'note')} about sources:`)
  for (const note of notes) console.error(formatProblem(note))
}
