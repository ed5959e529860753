import { DateText } from '@/components/article/date-text'
import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import type { ArticleSummary } from '@/lib/kb/article'
import { articleUrl } from '@/lib/urls'

/** Every update of a line, the newest first, hung on a rail: which replaced which, when, with which build. */
export function UpdateTable({ updates }: { updates: readonly ArticleSummary[] }) {
  return (
    <ol reversed className="m-0 max-w-4xl list-none p-0">
      {updates.toReversed().map((update) => {
        const isLatest = update.state === 'latest'
        return (
          <li key={update.number} className="group relative pb-4 pl-8 last:pb-0">
            <span aria-hidden="true" className="absolute left-[5px] top-3 h-full w-0.5 bg-line group-last:hidden" />
            <span
              aria-hidden="true"
              className={`absolute left-0 top-1.5 size-3 rounded-full border-2 ${isLatest ? 'border-green bg-green' : 'border-edge bg-paper'}`}
            />
            <div className="grid grid-cols-[5.75rem_minmax(0,1fr)] items-baseline gap-x-3.5 gap-y-0.5 sm:grid-cols-[5.75rem_minmax(0,1fr)_11rem_8rem]">
              <NumberTag number={update.number} />
              <span className="flex flex-wrap items-baseline gap-x-3">
                <a href={articleUrl(update.number)} className="font-semibold quiet-link">
                  {update.shortTitle ?? update.title}
                </a>
                {isLatest && <StateBadge state={update.state} />}
              </span>
              <span className="col-start-2 text-sm text-muted sm:col-start-3">
                {update.released && <DateText date={update.released} />}
              </span>
              <span className="col-start-2 text-sm text-muted sm:col-start-4">
                {update.build && `build ${update.build}`}
              </span>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
