import { formatCount } from '@/scripts/shared/progress.mjs'

/** One figure, the bar that it must reach, and the figures of the peers. Absent if not measured. */
export interface ResultLine {
  readonly what: string
  readonly unit: Unit
  readonly bar?: { readonly atMost: number } | { readonly atLeast: number }
  readonly ours?: number
  readonly kiwix?: number
  readonly miniSearch?: number
}

type Unit = 'percent' | 'score' | 'milliseconds' | 'seconds' | 'megabytes' | 'times'

const FORMATS: Readonly<Record<Unit, (value: number) => string>> = {
  percent: (value) => `${(value * 100).toFixed(1)} %`,
  score: (value) => value.toFixed(3),
  milliseconds: (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`,
  seconds: (value) => `${value.toFixed(1)} s`,
  megabytes: (value) => `${formatCount(Math.round(value / 1e6))} MB`,
  times: (value) => `${value.toFixed(2)} x`,
}
const ABSENT = '-'

/** Formats a Markdown table. A peer without figures has no column. */
export function formatResultTable(lines: readonly ResultLine[]): string {
  const peers = PEERS.filter(({ figure }) => lines.some((line) => figure(line) !== undefined))
  const head = ['what', 'bar', 'measured', 'reached', ...peers.flatMap(({ name }) => [name, `ours / ${name}`])]
  const rows = lines.map((line) => [
    line.what,
    formatBar(line),
    formatFigure(line, line.ours),
    formatReached(line),
    ...peers.flatMap(({ figure }) => [formatFigure(line, figure(line)), formatRatio(line.ours, figure(line))]),
  ])
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const format = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [format(head), format(widths.map((width) => '-'.repeat(width))), ...rows.map(format)].join('\n')
}

const PEERS: readonly { name: string; figure: (line: ResultLine) => number | undefined }[] = [
  { name: 'kiwix-serve', figure: ({ kiwix }) => kiwix },
  { name: 'MiniSearch', figure: ({ miniSearch }) => miniSearch },
]

function formatFigure({ unit }: ResultLine, value: number | undefined): string {
  return value === undefined ? ABSENT : FORMATS[unit](value)
}

function formatBar({ bar, unit }: ResultLine): string {
  if (!bar) return ABSENT
  const value = 'atMost' in bar ? bar.atMost : bar.atLeast
  return value === 1 && unit === 'percent' ? '100 %' : `${'atMost' in bar ? '<=' : '>='} ${FORMATS[unit](value)}`
}

function formatReached({ bar, ours }: ResultLine): string {
  if (!bar || ours === undefined) return ABSENT
  const isReached = 'atMost' in bar ? ours <= bar.atMost : ours >= bar.atLeast
  return isReached ? 'yes' : 'NO'
}

function formatRatio(ours: number | undefined, peer: number | undefined): string {
  return ours === undefined || !peer ? ABSENT : (ours / peer).toFixed(2)
}
