import { DateText } from '@/components/article/date-text'
import type { UpdateLine } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl, lineUrl } from '@/lib/urls'
import { listTimelineSteps, type TimelineStep } from './timeline-steps'

const TONES = {
  amber: { rail: 'bg-amber-line', dot: 'border-amber bg-raised', here: 'border-amber bg-amber' },
  plain: { rail: 'bg-line', dot: 'border-edge bg-raised', here: 'border-ink bg-ink' },
} as const

interface Props {
  readonly line: UpdateLine
  readonly here?: KbNumber
  readonly tone: keyof typeof TONES
}

/** An update series from the oldest to the latest, across or down; `here` is the update of the page. */
export function LineTimeline({ line, here, tone }: Props) {
  const steps = listTimelineSteps(line, here)
  return (
    <div className="@container">
      <ol className="mt-3 list-none p-0 text-xs leading-snug text-muted @xl:flex">
        {steps.map((step, index) => {
          const isLast = index === steps.length - 1
          const isLatest = step.update?.state === 'latest'
          const dot = isLatest ? 'border-green bg-green' : TONES[tone][step.isHere ? 'here' : 'dot']
          return (
            <li
              key={step.update?.number ?? `gap-${index}`}
              aria-current={step.isHere ? 'true' : undefined}
              className="timeline-step"
            >
              {!isLast && <span aria-hidden="true" className={`timeline-rail ${TONES[tone].rail}`} />}
              <span aria-hidden="true" className={`${step.update ? 'timeline-dot' : 'timeline-gap'} ${dot}`} />
              <StepText step={step} line={line} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function StepText({ step, line }: { step: TimelineStep; line: UpdateLine }) {
  const { update, label, isHere } = step
  if (!update) {
    return (
      <a href={lineUrl(line.slug)} className="text-muted">
        {label}
        <span className="sr-only"> updates in {line.name}</span>
      </a>
    )
  }
  const weight = update.state === 'latest' ? 'font-semibold text-green' : isHere ? 'font-semibold text-ink' : ''
  return (
    <>
      {isHere ? (
        <span className={weight}>{label}</span>
      ) : (
        <a href={articleUrl(update.number)} className={`quiet-link ${weight}`}>
          {label}
        </a>
      )}
      {update.released && (
        <span className={`ml-2 @xl:ml-0 @xl:block ${isHere ? 'text-ink' : ''}`}>
          <DateText date={update.released} form="short" />
        </span>
      )}
    </>
  )
}
