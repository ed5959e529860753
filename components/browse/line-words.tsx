import { dateInWords } from '@/components/article/date-text'
import type { ArticleState, ArticleSummary } from '@/lib/kb/articles/article'
import type { LayoutRow } from './line-layout'

const NAME_COLORS: Partial<Record<ArticleState, string>> = { latest: 'fill-green' }

interface Props {
  readonly row: LayoutRow
  readonly label: string
}

export function ColumnHeads() {
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

/** The columns of an update on a wide chart. */
export function WideWords({ row: { step, y }, label }: Props) {
  const { update, fixCount, newFixCount } = step
  return (
    <g className="fill-muted">
      <text y={y + 17} className={`font-semibold ${NAME_COLORS[update.state] ?? 'fill-ink'}`}>
        {shorten(label, 17)}
      </text>
      <text x={132} y={y + 17}>
        {releasedText(update)}
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

/** The words above a bar on a narrow chart. Dashed lines pass behind them. */
export function NarrowWords({ row: { step, y }, label }: Props) {
  const { update } = step
  return (
    <g className="fill-muted stroke-paper stroke-[5px] [paint-order:stroke] [stroke-linejoin:round]">
      <text y={y + 14}>
        <tspan className={`font-semibold ${NAME_COLORS[update.state] ?? 'fill-ink'}`}>{shorten(label, 20)}</tspan>
        {update.build && <tspan dx={10}>{shorten(update.build, 13)}</tspan>}
      </text>
      <text x={350} y={y + 14} textAnchor="end">
        {releasedText(update)}
      </text>
    </g>
  )
}

function releasedText({ released }: ArticleSummary): string {
  return released ? dateInWords(released, true) : 'date unknown'
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
