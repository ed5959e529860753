import type { ArticleState } from '@/lib/kb/articles/article'
import type { LineBar } from './line-layout'
import { TickLines } from './tick-lines'
import type { Tick } from './time-scale'

const AMBER = { bar: 'stroke-amber-line', dot: 'stroke-amber fill-amber-wash' } as const
const GREEN = { bar: 'stroke-green', dot: 'stroke-green fill-green' } as const
const PLAIN = { bar: 'stroke-edge', dot: 'stroke-edge fill-raised' } as const

const TONES: Readonly<Record<ArticleState, typeof AMBER | typeof GREEN | typeof PLAIN>> = {
  'no-replacement-known': PLAIN,
  'last-of-line': PLAIN,
  latest: GREEN,
  superseded: AMBER,
  'superseded-by-unknown': AMBER,
  'partly-superseded': AMBER,
  withdrawn: AMBER,
}

interface Props {
  readonly bar: LineBar
  readonly state: ArticleState
  readonly ticks: readonly Tick[]
  readonly className: string
}

/** Draws how long an update was the newest, between the marks of the time scale. */
export function UpdateBar({ bar: { start, end, ending, isDated }, state, ticks, className }: Props) {
  const tone = TONES[state]
  return (
    <svg aria-hidden="true" className={`w-full overflow-visible print:[print-color-adjust:exact] ${className}`}>
      <TickLines ticks={ticks} />
      <line
        x1={`${start}%`}
        x2={`${end}%`}
        y1="50%"
        y2="50%"
        strokeWidth={5}
        strokeLinecap="round"
        strokeDasharray={ending === 'cut' ? '1 7' : undefined}
        className={tone.bar}
      />
      <circle
        cx={`${start}%`}
        cy="50%"
        r={4.5}
        strokeWidth={2}
        strokeDasharray={isDated ? undefined : '2 2'}
        className={tone.dot}
      />
    </svg>
  )
}
