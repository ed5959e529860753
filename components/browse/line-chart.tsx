import { dateInWords } from '@/components/article/date-text'
import { labelUpdates } from '@/components/article/supersedence/update-labels'
import { formatCount } from '@/components/ui/count-text'
import type { LineStep } from '@/lib/kb/updates/line-steps'
import { type DrawingFrame, layoutLine } from './line-layout'
import { ColumnHeads, NarrowWords, WideWords } from './line-words'
import { UpdateBar } from './update-bar'

/** Names, dates, builds and fixes stand in columns beside the bars. */
const WIDE: DrawingFrame = { width: 960, left: 400, right: 960, top: 32, rowHeight: 27, barAt: 12 }
/** The words stand above each bar. */
const NARROW: DrawingFrame = { width: 350, left: 7, right: 350, top: 34, rowHeight: 42, barAt: 26 }

const FORMS = {
  wide: { frame: WIDE, className: 'hidden max-w-[60rem] @4xl:block print:block', Words: WideWords },
  narrow: { frame: NARROW, className: 'max-w-[27rem] @4xl:hidden print:hidden', Words: NarrowWords },
} as const

interface Props {
  readonly name: string
  readonly steps: readonly LineStep[]
  readonly form: keyof typeof FORMS
}

/** Draws the updates of a series, given oldest first, for one width of the page. */
export function LineChart({ name, steps, form }: Props) {
  const { frame, className, Words } = FORMS[form]
  const { height, rows, ticks } = layoutLine(steps, frame)
  const labels = labelUpdates(steps.map(({ update }) => update)).toReversed()
  return (
    <svg
      role="img"
      aria-labelledby={`line-${form}-title`}
      aria-describedby={`line-${form}-desc`}
      viewBox={`0 0 ${frame.width} ${height}`}
      className={`h-auto w-full overflow-visible text-[13px] print:[print-color-adjust:exact] ${className}`}
    >
      <title id={`line-${form}-title`}>{`Timeline of ${name}`}</title>
      <desc id={`line-${form}-desc`}>{describe(steps)}</desc>
      {ticks.map(({ x, label }) => (
        <g key={label}>
          <line x1={x} x2={x} y1={18} y2={height} className="stroke-line" />
          <text x={x} y={12} textAnchor="middle" className="fill-muted text-[11px]">
            {label}
          </text>
        </g>
      ))}
      {form === 'wide' && <ColumnHeads />}
      {rows.map((row) => (
        <UpdateBar key={row.step.update.number} row={row} />
      ))}
      {rows.map((row, index) => (
        <Words key={row.step.update.number} row={row} label={labels[index] ?? ''} />
      ))}
    </svg>
  )
}

function describe(steps: readonly LineStep[]): string {
  const dates = steps.flatMap(({ update }) => update.released ?? [])
  const [first, last] = [dates[0], dates.at(-1)]
  const latest = steps.find(({ update }) => update.state === 'latest')?.update
  const span = first && last && first !== last ? ` from ${dateInWords(first)} to ${dateInWords(last)}` : ''
  const sentences = [
    `${formatCount(steps.length, 'update')}${span}, newest first.`,
    latest && `Latest: ${latest.shortTitle ?? latest.title}.`,
    'The table below has the same data.',
  ]
  return sentences.filter(Boolean).join(' ')
}
