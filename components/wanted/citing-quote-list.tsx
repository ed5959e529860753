import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import { CountText } from '@/components/ui/count-text'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { CitingQuote } from '@/lib/kb/articles/wanted'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

/** More articles with the same sentence fold to their numbers, so that other sentences stay in view. */
const MAX_OPEN = 3

/** Sentences that cite a number, each with its articles. */
export function CitingQuoteList({ quotes }: { quotes: readonly CitingQuote[] }) {
  return (
    <ul className="m-0 list-none p-0">
      {quotes.map(({ context, sources }) => (
        <li key={sources[0]?.number} className="space-y-2 border-b border-line py-3.5">
          {sources.length <= MAX_OPEN && sources.map((source) => <Source key={source.number} source={source} />)}
          <blockquote className="border-l-3 border-line pl-3.5 text-[0.9375rem] text-muted [overflow-wrap:anywhere]">
            {context}
          </blockquote>
          {sources.length > MAX_OPEN && (
            <details className="text-sm">
              <summary className="min-h-6 w-fit">
                In <CountText count={sources.length} noun="article" />
              </summary>
              <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 pt-2 tabular-nums">
                {sources.map(({ number }) => (
                  <li key={number} className="min-h-6">
                    <a href={articleUrl(number)}>{formatKbNumber(number)}</a>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function Source({ source }: { source: ArticleSummary }) {
  return (
    <p className="article-row">
      <NumberTag number={source.number} />
      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <a href={articleUrl(source.number)} className="quiet-link">
          {source.title}
        </a>
        <StateBadge {...source} />
      </span>
    </p>
  )
}
