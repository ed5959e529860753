import { formatCount } from '@/scripts/shared/progress.mjs'
import type { ImportArguments } from './import-arguments'
import { formatImportProblem } from './import-problem'
import type { ImportResult } from './run-import'

/** Formats the report as JSON: every problem in input order. It contains no time, so equal runs give equal reports. */
export function formatImportReport(result: ImportResult, { inputs, out, dryRun, verify }: ImportArguments): string {
  const { files, pictures, placements, problems, interrupted, words } = result
  const problemsByKind = Object.fromEntries(countByKind(problems))
  const wordRecall = verify ? words : undefined
  const report = {
    inputs,
    out,
    dryRun,
    interrupted,
    files,
    pictures,
    articles: placements,
    problemsByKind,
    wordRecall,
    problems,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

export interface SummaryOptions {
  readonly seconds: number
  readonly dryRun: boolean
  readonly verify: boolean
}

/** Formats what the command prints at its end: the refusals one by one, the problems by kind, the figures. */
export function formatImportSummary(result: ImportResult, options: SummaryOptions): string {
  const { placements, problems, files, pictures } = result
  const refused = problems.filter((problem) => problem.refused)
  const articles = Object.values(placements).reduce((sum, count) => sum + count, 0)
  const { seconds, dryRun } = options
  const rate = formatCount(Math.round(articles / Math.max(seconds, 0.001)))
  const lines = [
    ...refused.slice(0, SHOWN_REFUSALS).map(formatImportProblem),
    ...(refused.length > SHOWN_REFUSALS
      ? [`... and ${formatCount(refused.length - SHOWN_REFUSALS, 'more refusal')}.`]
      : []),
    ...[...countByKind(problems)].map(([kind, count]) => `${formatCount(count).padStart(9)}  ${kind}`),
    `${result.interrupted ? 'Interrupted: ' : ''}${formatCount(articles, 'article')} from ${formatCount(files, 'file')}: ` +
      `${formatCount(placements.written)} ${dryRun ? 'would be written' : 'written'}, ` +
      `${formatCount(placements.unchanged)} unchanged, ${formatCount(placements.kept)} edited and left alone.`,
    ...(pictures > 0 ? [`${formatCount(pictures, 'picture')} beside them.`] : []),
    ...(options.verify ? [formatWords(result, articles)] : []),
    `${formatCount(problems.length, 'problem')}, ${formatCount(refused.length, 'refusal')}. ` +
      `${seconds.toFixed(1)} seconds, ${rate} articles per second.`,
  ]
  return `${lines.join('\n')}\n`
}

function formatWords({ words }: ImportResult, articles: number): string {
  const { length } = words.incomplete
  const what = words.incomplete.some(({ facts }) => facts.length > 0) ? 'words, alerts, code or tables' : 'words'
  const recall = `${formatCount(words.found)} of ${formatCount(words.total)} words found`
  const incomplete = `${formatCount(length, 'article')} ${length === 1 ? 'is' : 'are'} missing ${what}`
  const unchecked = articles > words.articles ? `, ${formatCount(articles - words.articles)} not checked` : ''
  return `${recall}; ${incomplete}${unchecked}.`
}

/** Enough to see what is wrong; the report has them all. */
const SHOWN_REFUSALS = 50

/** Counts problems by kind, the most frequent first, equal ones alphabetically. */
function countByKind(problems: ImportResult['problems']): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { kind } of problems) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return new Map([...counts].sort(([kindA, a], [kindB, b]) => b - a || (kindA < kindB ? -1 : 1)))
}
