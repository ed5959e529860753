import { dateInWords } from '@/components/article/date-text'
import { labelUpdates } from '@/components/article/supersedence/update-labels'
import type { ArticleState } from '@/lib/kb/articles/article'
import type { LineDetails, LineStep } from '@/lib/kb/updates/line-steps'
import { type DrawingFrame, type LayoutRow, layoutLine } from './line-layout'
import { UpdateBar } from './update-bar'

/** Older updates of a longer line are in the table only. */
const MAX_ROWS = 40

/** Names, dates, builds and fixes stand in columns beside the bars. */
const WIDE: DrawingFrame = { width: 960, left: 400, right: 960, top: 32, rowHeight: 27, barAt: 12 }
/** The words stand above each bar. */
const NARROW: DrawingFrame = { width: 350, left: 7, right: 350, top: 34, rowHeight: 42, barAt: 26 }

/** A line of updates against time, the newest on top: how long each was the one to install, and what replaced it. */
export function LineDrawing({ line }: { line: LineDetails }) {
  const steps = line.steps.slice(-MAX_ROWS)
  return (
    <figure className="@container mb-10">
      <Drawing name={line.name} steps={steps} form="wide" />
      <Drawing name={line.name} steps={steps} form="narrow" />
      <figcaption className="mt-4 max-w-measure text-sm text-muted">
        Each bar runs from the release of an update to the release of the one that replaced it.
        {steps.some(({ fixCount }) => fixCount === 0) && (
          <span className="hidden @4xl:inline print:inline"> A dash among the fixes: the article lists none here.</span>
        )}
        {steps.length < line.steps.length &&
          ` The newest ${steps.length} of ${line.steps.length} are drawn; the table has all.`}
        {steps.some(({ update }) => !update.released) &&
          ' A ring marks an update whose date is unknown; it stands where the order of the line puts it.'}
      </figcaption>
    </figure>
  )
}

const FORMS = {
  wide: { frame: WIDE, className: 'hidden max-w-[60rem] @4xl:block print:block', Words: WideWords },
  narrow: { frame: NARROW, className: 'max-w-[27rem] @4xl:hidden print:hidden', Words: NarrowWords },
} as const

interface DrawingProps {
  readonly name: string
  readonly steps: readonly LineStep[]
  readonly form: keyof typeof FORMS
}

function Drawing({ name, steps, form }: DrawingProps) {
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
      {rows.map((row, place) => (
        <Words key={row.step.update.number} row={row} label={labels[place] ?? ''} />
      ))}
    </svg>
  )
}

function describe(steps: readonly LineStep[]): string {
  const dates = steps.flatMap(({ update }) => update.released ?? [])
  const [first, last] = [dates[0], dates.at(-1)]
  const latest = steps.find(({ update }) => update.state === 'latest')?.update
  const span = first && last && first !== last ? ` from ${dateInWords(first)} to ${dateInWords(last)}` : ''
  return [
    `${steps.length} ${steps.length === 1 ? 'update' : 'updates'}${span}, the newest on top.`,
    latest && `The latest is ${latest.shortTitle ?? latest.title}.`,
    'The table below says the same.',
  ]
    .filter(Boolean)
    .join(' ')
}

function ColumnHeads() {
  return (
    <g className="fill-muted text-[11px]">
      <text x={132} y={12}>
        Released
      </text>
      <text x={238} y={12}>
        Build
      </text>
      <text x={376} y={12} textAnchor="end">
        New fixes
      </text>
    </g>
  )
}

const NAME_COLOURS: Partial<Record<ArticleState, string>> = { latest: 'fill-green' }

interface WordsProps {
  readonly row: LayoutRow
  readonly label: string
}

function WideWords({ row: { step, y }, label }: WordsProps) {
  const { update, fixCount, newFixCount } = step
  return (
    <g className="fill-muted">
      <text y={y + 17} className={`font-semibold ${NAME_COLOURS[update.state] ?? 'fill-ink'}`}>
        {shorten(label, 17)}
      </text>
      <text x={132} y={y + 17}>
        {update.released ? dateInWords(update.released, true) : 'date unknown'}
      </text>
      <text x={238} y={y + 17} className="tabular-nums">
        {shorten(update.build ?? '', 13)}
      </text>
      <text x={376} y={y + 17} textAnchor="end" className="tabular-nums">
        {fixCount === 0 ? '–' : newFixCount}
      </text>
    </g>
  )
}

/** Lines of replacement pass behind the words. */
function NarrowWords({ row: { step, y }, label }: WordsProps) {
  const { update } = step
  return (
    <g className="fill-muted stroke-paper stroke-[5px] [paint-order:stroke] [stroke-linejoin:round]">
      <text y={y + 14}>
        <tspan className={`font-semibold ${NAME_COLOURS[update.state] ?? 'fill-ink'}`}>{shorten(label, 20)}</tspan>
        {update.build && <tspan dx={10}>{shorten(update.build, 13)}</tspan>}
      </text>
      <text x={350} y={y + 14} textAnchor="end">
        {update.released ? dateInWords(update.released, true) : 'date unknown'}
      </text>
    </g>
  )
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
