import { DateText } from '@/components/article/date-text'
import { LineTimeline } from '@/components/article/supersedence/line-timeline'
import { CountText } from '@/components/ui/count-text'
import type { UpdateLine } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl, lineUrl } from '@/lib/urls'

interface Props {
  readonly line: UpdateLine
  readonly hasTimeline?: boolean
  /** The level of the heading on the page. */
  readonly heading: 'h2' | 'h3'
}

/** An update series with its latest update. */
export function LineCard({ line, hasTimeline = false, heading: Heading }: Props) {
  const latest = line.updates.at(-1)
  return (
    <section className="rounded-xl border border-line px-4 py-4 md:px-5.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading className="text-lg font-semibold leading-snug">
          <a href={lineUrl(line.slug)} className="quiet-link">
            {line.name}
          </a>
        </Heading>
        <span className="text-sm text-muted">
          <CountText count={line.updates.length} noun="update" />
        </span>
      </div>
      {latest && (
        <p className="mt-1 text-[0.9375rem]">
          <span className={`font-semibold ${latest.state === 'latest' ? 'text-green' : 'text-muted'}`}>
            {latest.state === 'latest' ? 'Latest:' : 'Last:'}
          </span>{' '}
          <a href={articleUrl(latest.number)}>
            {latest.shortTitle ?? latest.title} ({formatKbNumber(latest.number)})
          </a>
          {latest.released && (
            <span className="text-muted">
              , <DateText date={latest.released} />
            </span>
          )}
        </p>
      )}
      {hasTimeline && line.updates.length > 1 && <LineTimeline line={line} tone="plain" />}
    </section>
  )
}
