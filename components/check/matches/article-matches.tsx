import { SummaryHit } from '@/components/article/summary-hit'
import { MarkedText } from '@/components/search/marked-text'
import type { ArticleMatch, MatchReason } from '@/lib/check/verdict'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { SEARCH_URL } from '@/lib/urls'
import { SideBySide } from './side-by-side'

/** More reasons would not convince anybody. */
const MAX_REASONS = 4

/** The matching articles, best first, each with its reasons and its own words that match. */
export function ArticleMatches({ articles }: { articles: readonly ArticleMatch[] }) {
  if (articles.length === 0) return <NoMatches />
  return (
    <ol className="m-0 max-w-[780px] list-none p-0 *:first:pt-0">
      {articles.map(({ article, fixedIn, reasons, sides }) => (
        <SummaryHit key={article.number} article={article} fixedIn={fixedIn?.number}>
          <ul className="m-0 mt-1.5 grid list-none gap-1 p-0 text-[0.9375rem]">
            {chooseReasons(reasons).map(({ kind, label, quote }) => (
              <li key={`${kind} ${label}`} className="min-w-0 [overflow-wrap:anywhere]">
                {label}
                {quote.length > 0 && (
                  <>
                    :{' '}
                    <q className="text-muted">
                      <MarkedText parts={quote} />
                    </q>
                  </>
                )}
              </li>
            ))}
          </ul>
          {sides && <SideBySide sides={sides} name={formatKbNumber(article.number)} />}
        </SummaryHit>
      ))}
    </ol>
  )
}

/** Says that nothing fits, instead of showing what hardly does. */
function NoMatches() {
  return (
    <p className="text-muted">
      No matching articles. <a href={SEARCH_URL}>Search</a> for the words of the message.
    </p>
  )
}

/** Leaves out matching words beside two stronger reasons. */
function chooseReasons(reasons: readonly MatchReason[]): readonly MatchReason[] {
  const strong = reasons.filter(({ kind }) => kind !== 'words')
  return (strong.length > 1 ? strong : reasons).slice(0, MAX_REASONS)
}
