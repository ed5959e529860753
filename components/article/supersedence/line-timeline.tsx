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
          const size = step.update ? 'left-0 top-[3px] size-3 @xl:top-0.5' : 'left-[3px] top-[5px] size-1.5 @xl:left-0'
          return (
            <li
              key={step.update?.number ?? `gap-${index}`}
              aria-current={step.isHere ? 'true' : undefined}
              className="relative min-w-0 pb-3.5 pl-7 last:pb-0 @xl:flex-1 @xl:pb-0 @xl:pl-0 @xl:pr-2 @xl:pt-6"
            >
              {!isLast && (
                <span
                  aria-hidden="true"
                  className={`absolute left-[5px] top-2 h-full w-0.5 @xl:left-0 @xl:top-[7px] @xl:h-0.5 @xl:w-full ${TONES[tone].rail}`}
                />
              )}
              <span
                aria-hidden="true"
                className={`absolute rounded-full border-2 print:[print-color-adjust:exact] ${size} ${dot}`}
              />
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
