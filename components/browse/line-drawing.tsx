import type { LineDetails } from '@/lib/kb/updates/line-steps'
import { LineChart } from './line-chart'

/** Older updates of a longer series are in the table only. */
const MAX_ROWS = 40

/** An update series against time, the newest on top: how long each update was the newest, and what replaced it. */
export function LineDrawing({ line }: { line: LineDetails }) {
  const steps = line.steps.slice(-MAX_ROWS)
  return (
    <figure className="@container mb-10">
      <LineChart name={line.name} steps={steps} form="wide" />
      <LineChart name={line.name} steps={steps} form="narrow" />
      <figcaption className="mt-4 max-w-measure text-sm text-muted">
        Bars show how long each update was the newest.
        {steps.some(({ fixCount }) => fixCount === 0) && (
          <span className="hidden @4xl:inline print:inline"> – means no fix list.</span>
        )}
        {steps.length < line.steps.length &&
          ` The chart shows the newest ${steps.length} of ${line.steps.length}; the table lists all.`}
        {steps.some(({ update }) => !update.released) &&
          ' A ring marks an update with no known date, placed by its order in the series.'}
      </figcaption>
    </figure>
  )
}
