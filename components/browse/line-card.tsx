import { LineTimeline } from '@/components/article/supersedence/line-timeline'
import { CountText } from '@/components/ui/count-text'
import type { UpdateLine } from '@/lib/kb/articles/article'
import { lineUrl } from '@/lib/urls'
import { NewestUpdate } from './newest-update'

interface Props {
  readonly line: UpdateLine
  readonly hasTimeline: boolean
  /** The level of the heading on the page. */
  readonly heading: 'h2' | 'h3'
}

/** An update series with its newest update. */
export function LineCard({ line, hasTimeline, heading: Heading }: Props) {
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
      <NewestUpdate updates={line.updates} />
      {hasTimeline && line.updates.length > 1 && <LineTimeline line={line} tone="plain" />}
    </section>
  )
}
