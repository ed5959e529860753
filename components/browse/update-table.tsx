import type { LineDetails } from '@/lib/kb/updates/line-steps'
import { UpdateRow, WIDE_ONLY } from './update-row'

const HEADS = [
  ['Update', 'pr-4'],
  ['Released', 'pr-4 max-md:pr-0 max-md:text-right'],
  ['Build', `pr-4 ${WIDE_ONLY}`],
  ['New fixes', `pr-4 ${WIDE_ONLY}`],
  ['State', WIDE_ONLY],
] as const

/** Every update of a series, newest first: release date, build, new fixes and state. */
export function UpdateTable({ line }: { line: LineDetails }) {
  return (
    <table className="w-full max-w-[60rem] border-collapse text-[0.9375rem]">
      <caption className="sr-only">{line.name}, newest first</caption>
      <thead>
        <tr className="border-b border-line">
          {HEADS.map(([title, className]) => (
            <th key={title} scope="col" className={`py-2 text-left text-sm font-semibold text-muted ${className}`}>
              {title}
            </th>
          ))}
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
