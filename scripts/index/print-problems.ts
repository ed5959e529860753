import { type ContentProblem, formatContentProblem } from '@/lib/kb/errors'

/** Prints each problem on a line of its own, and above them how many there are. */
export function printProblems(problems: readonly ContentProblem[]): void {
  if (problems.length === 0) return
  console.error(problems.length === 1 ? '1 problem in the articles:' : `${problems.length} problems in the articles:`)
  for (const problem of problems) console.error(formatContentProblem(problem))
}
