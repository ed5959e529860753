import { type ContentProblem, formatContentProblem } from '@/lib/kb/articles/errors'

/** Tells whether somebody has to correct something. */
export function isFault(problem: ContentProblem): boolean {
  return problem.isNote !== true
}

/** Prints each problem on a line of its own, and above them how many there are. */
export function printProblems(problems: readonly ContentProblem[]): void {
  const faults = problems.filter(isFault)
  if (faults.length > 0)
    console.error(`${faults.length} ${faults.length === 1 ? 'problem' : 'problems'} in the articles:`)
  for (const fault of faults) console.error(formatContentProblem(fault))
  const notes = problems.filter((problem) => problem.isNote)
  if (notes.length > 0) console.error(`${notes.length} ${notes.length === 1 ? 'note' : 'notes'} on what sources say:`)
  for (const note of notes) console.error(formatContentProblem(note))
}
