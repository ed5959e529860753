import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import { Badge } from '@/components/ui/badge'
import { formatCount } from '@/components/ui/count-text'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { LineStep } from '@/lib/kb/updates/line-steps'
import { articleUrl, compareUrl } from '@/lib/urls'
import type { LineBar } from './line-layout'
import type { Tick } from './time-scale'
import { UpdateBar } from './update-bar'

/** Where room is short, these columns stand below the name. */
export const WIDE_ONLY = 'hidden lg:table-cell'

/** A fact of an update. */
interface LineColumn {
  readonly title: string
  readonly isKnown: (step: LineStep) => boolean
  readonly className?: string
  readonly textOf: (step: LineStep) => ReactNode
}

const COLUMNS: readonly LineColumn[] = [
  {
    title: 'Released',
    className: 'whitespace-nowrap',
    isKnown: ({ update }) => update.released !== undefined,
    textOf: ({ update: { released } }) => (released ? <DateText date={released} /> : 'Date unknown'),
  },
  {
    title: 'Build',
    isKnown: ({ update }) => update.build !== undefined,
    textOf: ({ update: { build } }) => (build ? <span className="tabular-nums">{build}</span> : 'Build unknown'),
  },
  {
    title: 'New fixes',
    className: 'whitespace-nowrap',
    isKnown: ({ fixCount }) => fixCount > 0,
    textOf: (step) => <NewFixes step={step} />,
  },
  { title: 'State', isKnown: () => true, textOf: (step) => <StateOf step={step} /> },
]

/** Lists the columns in which at least one update has something to say. */
export function listLineColumns(steps: readonly LineStep[]): readonly LineColumn[] {
  return COLUMNS.filter(({ isKnown }) => steps.some(isKnown))
}

interface Props {
  readonly step: LineStep
  readonly columns: readonly LineColumn[]
  readonly bar?: LineBar
  readonly ticks: readonly Tick[]
}

export function UpdateRow({ step, columns, bar, ticks }: Props) {
  const { number, title, shortTitle, state } = step.update
  return (
    <tr className="border-b border-line align-baseline hover:bg-wash [&>*]:py-2.5 [&>*]:pr-5 [&>*:last-child]:pr-0 max-lg:[&>*]:pr-0">
      <th scope="row" className="relative text-left font-normal lg:min-w-44 xl:min-w-66">
        <span className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1">
          <NumberTag number={number} />
          <a href={articleUrl(number)} className="font-semibold quiet-link after:absolute after:inset-0">
            {shortTitle ?? title}
          </a>
        </span>
        <span className="mt-1 flex flex-wrap items-baseline gap-x-3.5 gap-y-1 text-sm text-muted lg:hidden [&_a]:relative [&_a]:inline-block [&_a]:min-h-6">
          {columns
            .filter(({ isKnown }) => isKnown(step))
            .map((column) => (
              <span key={column.title}>{column.textOf(step)}</span>
            ))}
        </span>
        {bar && <UpdateBar bar={bar} state={state} ticks={[]} className="mt-1.5 block h-3 lg:hidden" />}
      </th>
      {columns.map((column) => (
        <td key={column.title} className={`text-muted ${WIDE_ONLY} ${column.className ?? ''}`}>
          {column.textOf(step)}
        </td>
      ))}
      {bar && (
        <td aria-hidden="true" className={`relative ${WIDE_ONLY}`}>
          <UpdateBar bar={bar} state={state} ticks={ticks} className="absolute inset-0 h-full" />
        </td>
      )}
    </tr>
  )
}

/** Leads to the comparison with what the update replaces, or, for the first of a series, to its own list of fixes. */
function NewFixes({ step: { update, replaces, fixCount, newFixCount } }: { step: LineStep }) {
  if (fixCount === 0) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">No fix list</span>
      </>
    )
  }
  const [replaced] = replaces
  return (
    <>
      <a href={replaced ? compareUrl(replaced.number, update.number) : articleUrl(update.number)}>
        {formatCount(newFixCount, 'new fix', 'new fixes')}
        <span className="sr-only"> in {formatKbNumber(update.number)}</span>
      </a>
      {newFixCount < fixCount && ` of ${fixCount}`}
    </>
  )
}

function StateOf({ step: { update, supersededBy } }: { step: LineStep }) {
  if (update.state !== 'superseded' || supersededBy === undefined) return <StateBadge {...update} />
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2.5 text-amber xl:flex-nowrap xl:whitespace-nowrap">
      <span>
        Replaced by{' '}
        <a href={articleUrl(supersededBy)} className="text-amber">
          {formatKbNumber(supersededBy)}
        </a>
      </span>
      {update.provenance === 'reconstructed' && <Badge tone="hollow">Reconstructed</Badge>}
    </span>
  )
}
