import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import { CountText } from '@/components/ui/count-text'
import type { ArticleSummary } from '@/lib/kb/article'
import type { CitingQuote } from '@/lib/kb/wanted'
import { articleUrl } from '@/lib/urls'

/** More articles with the same sentence fold, so that the other sentences stay in view. */
const MAX_OPEN = 3

/** Sentences that cite a number, each below the articles that have it. */
export function CitingQuoteList({ quotes }: { quotes: readonly CitingQuote[] }) {
  return (
    <ul className="m-0 list-none p-0">
      {quotes.map(({ context, sources }) => (
        <li key={sources[0]?.number} className="border-b border-line py-3.5">
          {sources.length > MAX_OPEN ? (
            <details>
              <summary className="min-h-6 w-fit">
                <CountText count={sources.length} noun="article" /> with the same words
              </summary>
              <SourceList sources={sources} />
            </details>
          ) : (
            <SourceList sources={sources} />
          )}
          <blockquote className="mt-2 border-l-3 border-line pl-3.5 text-[0.9375rem] text-muted [overflow-wrap:anywhere] sm:ml-[6.625rem]">
            {context}
          </blockquote>
        </li>
      ))}
    </ul>
  )
}

function SourceList({ sources }: { sources: readonly ArticleSummary[] }) {
  return (
    <ul className="m-0 list-none space-y-1.5 p-0">
      {sources.map(({ number, title, state, currentArticle }) => (
        <li key={number} className="grid items-baseline gap-x-3.5 gap-y-1 sm:grid-cols-[5.75rem_minmax(0,1fr)]">
          <NumberTag number={number} />
          <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <a href={articleUrl(number)} className="quiet-link">
              {title}
            </a>
            <StateBadge state={state} currentArticle={currentArticle} />
          </span>
        </li>
      ))}
    </ul>
  )
}
