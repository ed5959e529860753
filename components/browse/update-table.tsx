import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { LineDetails, LineStep } from '@/lib/kb/updates/line-steps'
import { articleUrl, compareUrl } from '@/lib/urls'

const HEAD = 'py-2 pr-4 text-left text-sm font-semibold text-muted'
const CELL = 'py-3 pr-4 align-baseline'
/** On a phone these stand below the name. */
const WIDE_ONLY = 'hidden md:table-cell'

/** Every update of a line, the newest first: when, with which build, what it adds, and what replaced it. */
export function UpdateTable({ line }: { line: LineDetails }) {
  return (
    <table className="w-full max-w-[60rem] border-collapse text-[0.9375rem]">
      <caption className="sr-only">{line.name}, the newest first</caption>
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className={HEAD}>
            Update
          </th>
          <th scope="col" className={`${HEAD} max-md:pr-0 max-md:text-right`}>
            Released
          </th>
          <th scope="col" className={`${HEAD} ${WIDE_ONLY}`}>
            Build
          </th>
          <th scope="col" className={`${HEAD} ${WIDE_ONLY}`}>
            Adds
          </th>
          <th scope="col" className={`${HEAD} ${WIDE_ONLY} pr-0`}>
            State
          </th>
        </tr>
      </thead>
      <tbody>
        {line.steps.toReversed().map((step) => (
          <UpdateRow key={step.update.number} step={step} />
        ))}
      </tbody>
    </table>
  )
}

function UpdateRow({ step }: { step: LineStep }) {
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
          <Additions step={step} />
          <StateOf step={step} />
        </span>
      </th>
      <td className={`${CELL} text-muted max-md:pr-0 max-md:text-right max-md:text-sm`}>
        {released ? <DateText date={released} /> : 'Date unknown'}
      </td>
      <td className={`${CELL} ${WIDE_ONLY} text-muted tabular-nums`}>{build ?? 'Unknown'}</td>
      <td className={`${CELL} ${WIDE_ONLY}`}>
        <Additions step={step} />
      </td>
      <td className={`${CELL} ${WIDE_ONLY} pr-0`}>
        <StateOf step={step} />
      </td>
    </tr>
  )
}

/** What is new is told by the comparison with what it replaces; of the first of a line, by its own list. */
function Additions({ step: { update, replaces, fixCount, newFixCount } }: { step: LineStep }): ReactNode {
  if (fixCount === 0) return <span className="text-muted">Fixes not listed</span>
  const words = `${newFixCount} new ${newFixCount === 1 ? 'fix' : 'fixes'}`
  const [before] = replaces
  return (
    <>
      <a href={before ? compareUrl(before.number, update.number) : articleUrl(update.number)}>
        {words}
        <span className="sr-only"> in {formatKbNumber(update.number)}</span>
      </a>
      {newFixCount < fixCount && <span className="text-muted"> of {fixCount}</span>}
    </>
  )
}

function StateOf({ step: { update, supersededBy } }: { step: LineStep }): ReactNode {
  if (update.state !== 'superseded' || supersededBy === undefined) {
    return <StateBadge state={update.state} currentArticle={update.currentArticle} />
  }
  return (
    <span className="text-sm text-amber">
      Superseded by{' '}
      <a href={articleUrl(supersededBy)} className="text-amber">
        {formatKbNumber(supersededBy)}
      </a>
    </span>
  )
}
