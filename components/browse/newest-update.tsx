import { DateText } from '@/components/article/date-text'
import { nameLastUpdate } from '@/components/article/supersedence/name-last-update'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import { isNewestOfLine } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

interface Props {
  /** Oldest first. */
  readonly updates: readonly ArticleSummary[]
}

/** Names the newest update of a series: the latest in green, the last before a later series in gray. */
export function NewestUpdate({ updates }: Props) {
  const newest = updates.findLast(({ state }) => isNewestOfLine(state))
  if (!newest) return null
  const isLatest = newest.state === 'latest'
  return (
    <p className="mt-1 text-[0.9375rem]">
      <span className={`font-semibold ${isLatest ? 'text-green' : 'text-muted'}`}>
        {isLatest ? 'Latest' : nameLastUpdate(newest)}:
      </span>{' '}
      <a href={articleUrl(newest.number)}>
        {newest.shortTitle ?? newest.title} ({formatKbNumber(newest.number)})
      </a>
      {newest.released && (
        <span className="text-muted">
          , <DateText date={newest.released} />
        </span>
      )}
    </p>
  )
}
