import { formatKbNumber } from '@/lib/kb/kb-number'
import type { ComparedNumber, RefusedComparison } from '@/lib/kb/update-comparison'
import { articleUrl, compareUrl, UPDATES_URL } from '@/lib/urls'

/** The ways on from two numbers that cannot be compared as they were given. */
export function RefusedComparisonView({ comparison: { outcome, from, to } }: { comparison: RefusedComparison }) {
  const known = [from, to].filter(
    ({ number }, place) => number !== undefined && (place === 0 || number !== from.number),
  )
  return (
    <>
      {outcome === 'reversed' && (
        <p className="mb-4">
          <a
            href={compareUrl(to.number ?? to.text, from.number ?? from.text)}
            className="inline-block rounded-lg border border-accent-line bg-accent-wash px-4 py-2 font-semibold no-underline"
          >
            From {nameOf(to)} to {nameOf(from)} instead
          </a>
        </p>
      )}
      {known.length > 0 && (
        <ul className="m-0 list-none space-y-2 p-0">
          {known.map(({ number, summary }) => (
            <li key={number}>
              {number !== undefined && <a href={articleUrl(number)}>{formatKbNumber(number)}</a>}
              {summary ? ` ${summary.title}` : ', which is not in this collection'}
              {summary?.line && <span className="block text-sm text-muted">{summary.line}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-6">
        <a href={UPDATES_URL}>All update lines</a>
      </p>
    </>
  )
}

function nameOf({ number, text }: ComparedNumber): string {
  return number === undefined ? text : formatKbNumber(number)
}
