import { StateBadge } from '@/components/article/state-badge'
import { Notice } from '@/components/ui/notice'
import { formatKbNumber } from '@/lib/kb/kb-number'
import type { SearchResults } from '@/lib/kb/search-query'
import { articleUrl } from '@/lib/urls'

/** What the number in a search means: its article, or that the collection lacks it. */
export function NumberAnswer({ exact, missingNumber }: Pick<SearchResults, 'exact' | 'missingNumber'>) {
  if (exact) {
    return (
      <Notice label="The article with this number" tone="accent">
        <p className="mb-1 flex flex-wrap items-center gap-2.5 text-sm text-muted">
          <strong className="text-ink">{formatKbNumber(exact.number)}</strong>
          {exact.products[0]}
          <StateBadge state={exact.state} currentArticle={exact.currentArticle} />
        </p>
        <p className="text-lg font-semibold leading-snug">
          <a href={articleUrl(exact.number)} className="quiet-link">
            {exact.title}
          </a>
        </p>
      </Notice>
    )
  }
  if (missingNumber === undefined) return null
  return (
    <Notice label="The number" tone="plain">
      <p>
        {formatKbNumber(missingNumber)} is not in this collection.{' '}
        <a href={articleUrl(missingNumber)}>See what others say about {formatKbNumber(missingNumber)}</a>
      </p>
    </Notice>
  )
}
