import type { ArticleState } from '@/lib/kb/articles/article'
import type { LayoutRow } from './line-layout'

const AMBER = { bar: 'stroke-amber-line', dot: 'stroke-amber', fill: 'fill-amber-wash' } as const
const GREEN = { bar: 'stroke-green', dot: 'stroke-green', fill: 'fill-green' } as const
const PLAIN = { bar: 'stroke-line', dot: 'stroke-edge', fill: 'fill-raised' } as const

const TONES: Readonly<Record<ArticleState, typeof AMBER | typeof GREEN | typeof PLAIN>> = {
  'no-replacement-known': PLAIN,
  'last-of-line': PLAIN,
  latest: GREEN,
  superseded: AMBER,
  'superseded-by-unknown': AMBER,
  'partly-superseded': AMBER,
  withdrawn: AMBER,
}

/** Draws how long an update was the newest, and a dashed line up to the one that replaced it. */
export function UpdateBar({ row: { step, barY, start, end, ending, isDated, successorY } }: { row: LayoutRow }) {
  const tone = TONES[step.update.state]
  return (
    <g fill="none" strokeLinecap="round">
      {successorY !== undefined && (
        <path d={`M${end} ${barY}V${successorY}`} className="stroke-edge" strokeDasharray="2 3" />
      )}
      <path
        d={`M${start} ${barY}H${end}`}
        strokeWidth={5}
        strokeDasharray={ending === 'cut' ? '1 7' : undefined}
        className={tone.bar}
      />
      <circle
        cx={start}
        cy={barY}
        r={4.5}
        strokeWidth={2}
        strokeDasharray={isDated ? undefined : '2 2'}
        className={`${tone.dot} ${isDated ? tone.fill : 'fill-paper'}`}
      />
    </g>
  )
}
