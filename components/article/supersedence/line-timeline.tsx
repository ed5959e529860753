import type { UpdateLine } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { lineUrl } from '@/lib/urls'
import { listTimelineSteps, type TimelineStep } from './timeline-steps'
import { TimelineUpdate } from './timeline-update'

const TONES = {
  amber: { rail: 'bg-amber-line', dot: 'border-amber bg-raised', here: 'border-amber bg-amber' },
  plain: { rail: 'bg-line', dot: 'border-edge bg-raised', here: 'border-ink bg-ink' },
} as const

interface Props {
  readonly line: UpdateLine
  /** The update that the page is about. */
  readonly here?: KbNumber
  readonly tone: keyof typeof TONES
}

/** An update series from the oldest to the latest; across where there is room, else down. */
export function LineTimeline({ line, here, tone }: Props) {
  const steps = listTimelineSteps(line, here)
  return (
    <div className="@container">
      <ol className="mt-3 list-none p-0 text-xs leading-snug text-muted @xl:flex">
        {steps.map((step, index) => {
          const isLast = index === steps.length - 1
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
              <TimelineDot step={step} isLast={isLast} tone={tone} />
              {step.update ? (
                <TimelineUpdate update={step.update} label={step.label} isHere={step.isHere} isLast={isLast} />
              ) : (
                <a href={lineUrl(line.slug)} className="text-muted">
                  {step.label}
                  <span className="sr-only"> updates in {line.name}</span>
                </a>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function TimelineDot({ step, isLast, tone }: { step: TimelineStep; isLast: boolean; tone: keyof typeof TONES }) {
  const colors = isLast ? 'border-green bg-green' : step.isHere ? TONES[tone].here : TONES[tone].dot
  const size = step.update ? 'left-0 top-[3px] size-3 @xl:top-0.5' : 'left-[3px] top-[5px] size-1.5 @xl:left-0'
  return (
    <span
      aria-hidden="true"
      className={`absolute rounded-full border-2 print:[print-color-adjust:exact] ${size} ${colors}`}
    />
  )
}
