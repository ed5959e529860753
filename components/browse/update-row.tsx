import { DateText } from '@/components/article/date-text'
import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import { formatCount } from '@/components/ui/count-text'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { LineStep } from '@/lib/kb/updates/line-steps'
import { articleUrl, compareUrl } from '@/lib/urls'

/** On a phone these columns stand below the name. */
export const WIDE_ONLY = 'hidden md:table-cell'

const CELL = 'py-3 pr-4 align-baseline'

export function UpdateRow({ step }: { step: LineStep }) {
  const { number, title, shortTitle, released, build } = step.update
  return (
    <tr className="border-b border-line">
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <span className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1">
          <NumberTag number={number} />
          <a href={articleUrl(number)} className="font-semibold quiet-link">
            {shortTitle ?? title}
          </a>
        </span>
        <span className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted md:hidden [&_a]:inline-block [&_a]:min-h-6">
          {build && <span>build {build}</span>}
          <NewFixes step={step} />
          <StateOf step={step} />
        </span>
      </th>
      <td className={`${CELL} text-muted max-md:pr-0 max-md:text-right max-md:text-sm`}>
        {released ? <DateText date={released} /> : 'Date unknown'}
      </td>
      <td className={`${CELL} ${WIDE_ONLY} text-muted tabular-nums`}>{build ?? 'Unknown'}</td>
      <td className={`${CELL} ${WIDE_ONLY}`}>
        <NewFixes step={step} />
      </td>
      <td className={`${CELL} ${WIDE_ONLY} pr-0`}>
        <StateOf step={step} />
      </td>
    </tr>
  )
}

/** Leads to the comparison with what the update replaces, or, for the first of a series, to its own list of fixes. */
function NewFixes({ step: { update, replaces, fixCount, newFixCount } }: { step: LineStep }) {
  if (fixCount === 0) return <span className="text-muted">No fix list</span>
  const [replaced] = replaces
  return (
    <>
      <a href={replaced ? compareUrl(replaced.number, update.number) : articleUrl(update.number)}>
        {formatCount(newFixCount, 'new fix', 'new fixes')}
        <span className="sr-only"> in {formatKbNumber(update.number)}</span>
      </a>
      {newFixCount < fixCount && <span className="text-muted"> of {fixCount}</span>}
    </>
  )
}

function StateOf({ step: { update, supersededBy } }: { step: LineStep }) {
  if (update.state !== 'superseded' || supersededBy === undefined) return <StateBadge {...update} />
  return (
    <span className="text-sm text-amber">
      Replaced by{' '}
      <a href={articleUrl(supersededBy)} className="text-amber">
        {formatKbNumber(supersededBy)}
      </a>
    </span>
  )
}
