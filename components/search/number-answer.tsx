import { NearbyNumbers } from '@/components/search/nearby-numbers'
import { StateLink } from '@/components/search/state-link'
import { Notice } from '@/components/ui/notice'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { articleUrl } from '@/lib/urls'

/** The article whose number was searched for, or that the collection lacks it. */
export function NumberAnswer({
  exact,
  missingNumber,
  isCited,
  nearby = [],
}: Pick<SearchResults, 'exact' | 'missingNumber' | 'isCited' | 'nearby'>) {
  if (exact) {
    return (
      <Notice label="Article with this number" tone="accent">
        <p className="mb-1 flex flex-wrap items-center gap-2.5 text-sm text-muted">
          <strong className="text-ink">{formatKbNumber(exact.number)}</strong>
          <StateLink article={exact} />
          {exact.products[0]}
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
    <>
      <Notice label="Number" tone="plain">
        <p>
          {formatKbNumber(missingNumber)} is not in this collection.
          {isCited && (
            <>
              {' '}
              <a href={articleUrl(missingNumber)}>See which articles cite {formatKbNumber(missingNumber)}</a>
            </>
          )}
        </p>
      </Notice>
      <NearbyNumbers articles={nearby} />
    </>
  )
}
