import type { LineDetails } from '@/lib/kb/updates/line-steps'
import { layoutLine } from './line-layout'
import { TickLabels } from './tick-lines'
import { listLineColumns, UpdateRow, WIDE_ONLY } from './update-row'

/** Every update of a series, newest first, with the facts that at least one of them has. */
export function UpdateTable({ line }: { line: LineDetails }) {
  const columns = listLineColumns(line.steps)
  const { bars, ticks } = layoutLine(line.steps)
  return (
    <table className="w-full border-collapse text-[0.9375rem]">
      <caption className="sr-only">{line.name}, newest first</caption>
      <thead className="max-lg:sr-only">
        <tr className="border-b border-line text-left align-bottom text-sm text-muted [&>*]:py-2 [&>*]:pr-5 [&>*]:font-semibold [&>*:last-child]:pr-0">
          <th scope="col">Update</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col" className={`whitespace-nowrap ${WIDE_ONLY}`}>
              {title}
            </th>
          ))}
          {bars.length > 0 && (
            <td aria-hidden="true" className={`w-1/5 ${WIDE_ONLY}`}>
              Time as the newest
              <svg aria-hidden="true" className="block h-4 w-full overflow-visible">
                <TickLabels ticks={ticks} />
              </svg>
            </td>
          )}
        </tr>
      </thead>
      <tbody>
        {line.steps
          .map((step, index) => (
            <UpdateRow key={step.update.number} step={step} columns={columns} bar={bars[index]} ticks={ticks} />
          ))
          .reverse()}
      </tbody>
    </table>
  )
}
