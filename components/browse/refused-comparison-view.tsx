import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { ComparedNumber, RefusedComparison } from '@/lib/kb/updates/update-comparison'
import { articleUrl, compareUrl, UPDATES_URL } from '@/lib/urls'

/** The ways on from two numbers that cannot be compared as they were given. */
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
      <ul className="m-0 list-none p-0">
        {given.map((side) => (
          <NamedArticle key={side.text} side={side} />
        ))}
      </ul>
      <p className="mt-6">
        <a href={UPDATES_URL}>All update lines</a>
      </p>
    </div>
  )
}

function NamedArticle({ side: { number, summary } }: { side: ComparedNumber }) {
  if (number === undefined) return null
  return (
    <li className="grid items-baseline gap-x-3.5 gap-y-1 border-b border-line py-2.5 first:border-t sm:grid-cols-[5.75rem_minmax(0,1fr)_auto]">
      <NumberTag number={number} />
      <span>
        <a href={articleUrl(number)} className="quiet-link">
          {summary?.title ?? 'What is known of it'}
        </a>
        <span className="block text-sm text-muted">
          {summary ? (summary.line ?? 'In no line of updates') : 'Not in this collection'}
        </span>
      </span>
      {summary && <StateBadge state={summary.state} currentArticle={summary.currentArticle} />}
    </li>
  )
}
