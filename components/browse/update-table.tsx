import type { LineDetails } from '@/lib/kb/updates/line-steps'
import { UpdateRow, WIDE_ONLY } from './update-row'

const HEAD = 'py-2 pr-4 text-left text-sm font-semibold text-muted'

/** Every update of a series, the newest first: release date, build, new fixes and state. */
export function UpdateTable({ line }: { line: LineDetails }) {
  return (
    <table className="w-full max-w-[60rem] border-collapse text-[0.9375rem]">
      <caption className="sr-only">{line.name}, newest first</caption>
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
            New fixes
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
