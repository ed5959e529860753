import { ArticleRow } from '@/components/article/article-row'
import { StateBadge } from '@/components/article/state-badge'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { RefusedComparison } from '@/lib/kb/updates/update-comparison'
import { compareUrl, UPDATES_URL } from '@/lib/urls'

/** What the reader can do with two numbers that cannot be compared as given. */
export function RefusedComparisonView({ comparison: { outcome, from, to } }: { comparison: RefusedComparison }) {
  const given = from.number === to.number ? [from] : [from, to]
  return (
    <div className="mt-8 max-w-3xl">
      {outcome === 'reversed' && from.number && to.number && (
        <p className="mb-6">
          <a href={compareUrl(to.number, from.number)} className="font-semibold">
            Compare {formatKbNumber(to.number)} with {formatKbNumber(from.number)} instead
          </a>
        </p>
      )}
      <ul className="m-0 list-none p-0 *:first:border-t">
        {given.map(
          ({ number, summary }) =>
            number && (
              <ArticleRow
                key={number}
                number={number}
                title={summary?.title ?? `About ${formatKbNumber(number)}`}
                aside={summary && <StateBadge {...summary} />}
              >
                <span className="block text-sm text-muted">
                  {summary ? (summary.line ?? 'Not part of an update series') : 'Not in this collection'}
                </span>
              </ArticleRow>
            ),
        )}
      </ul>
      <p className="mt-6">
        <a href={UPDATES_URL}>All update series</a>
      </p>
    </div>
  )
}
