import { formatProblem, type Problem } from '@/lib/kb/articles/errors'
import { groupBy } from '@/lib/kb/articles/group-by'
import { formatCount } from '@/scripts/shared/progress.mjs'

/** Tells whether somebody has to fix something; a note needs no action. */
export function isFault(problem: Problem): boolean {
  return problem.isNote !== true
}

/** Faults of one kind in more files than this are one line. */
const MAX_ALIKE = 20
const EXAMPLES = 3

/** Prints each problem on its own line, with the count above; many of one kind in one line, with examples. */
export function printProblems(problems: readonly Problem[]): void {
  const faults = problems.filter(isFault)
  if (faults.length > 0) console.error(`${formatCount(faults.length, 'problem')} in the articles:`)
  for (const line of formatAlike(faults)) console.error(line)
  const notes = problems.filter((problem) => problem.isNote)
  if (notes.length > 0) console.error(`${formatCount(notes.length, 'note')} about sources:`)
  for (const note of notes) console.error(formatProblem(note))
}

/** Gives a line for each problem, and one for many that differ only in what they quote. */
export function formatAlike(problems: readonly Problem[]): string[] {
  const groups = groupBy(problems, kindOf)
  return problems.flatMap((problem) => {
    const group = groups.get(kindOf(problem)) ?? [problem]
    if (group.length <= MAX_ALIKE) return [formatProblem(problem)]
    return group[0] === problem ? [formatGroup(group)] : []
  })
}

function kindOf({ message }: Problem): string {
  return message.replace(/"[^"]*"/g, '"').replace(/\d+/g, '0')
}

function formatGroup(group: readonly Problem[]): string {
  const examples = group.slice(0, EXAMPLES).map(({ file, line }) => `${file}:${line}`)
  return `${formatCount(group.length)} times, as in ${examples.join(', ')}:  ${group[0]?.message}`
}
