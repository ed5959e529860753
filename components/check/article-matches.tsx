import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import type { ArticleMatch, MatchReason } from '@/lib/check/verdict'
import { articleUrl } from '@/lib/urls'

/** More reasons convince nobody more. */
const MAX_REASONS = 4

/** The articles that match, best first, each with why: the signature or the words, and where the text has them. */
export function ArticleMatches({ articles }: { articles: readonly ArticleMatch[] }) {
  if (articles.length === 0) return <p className="text-muted">No article here matches.</p>
  return (
    <ol className="m-0 max-w-[780px] list-none p-0">
      {articles.map((match) => (
        <Match key={match.article.number} match={match} />
      ))}
    </ol>
  )
}

function Match({ match: { article, reasons } }: { match: ArticleMatch }) {
  const [product, ...others] = article.products
  return (
    <li className="border-b border-line py-4 first:pt-0">
      <p className="mb-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
        <NumberTag number={article.number} />
        {product && <span>{others.length > 0 ? `${product} and ${others.length} more` : product}</span>}
        <StateBadge state={article.state} currentArticle={article.currentArticle} />
      </p>
      <h3 className="text-lg font-semibold leading-snug">
        <a href={articleUrl(article.number)} className="quiet-link">
          {article.title}
        </a>
      </h3>
      <ul className="m-0 mt-1.5 grid list-none gap-1 p-0 text-[0.9375rem]">
        {chooseReasons(reasons).map((reason) => (
          <Reason key={`${reason.kind} ${reason.label}`} reason={reason} />
        ))}
      </ul>
    </li>
  )
}

/** Words in common say little beside a number or two signatures. */
function chooseReasons(reasons: readonly MatchReason[]): readonly MatchReason[] {
  const strong = reasons.filter(({ kind }) => kind !== 'words')
  return (strong.length > 1 ? strong : reasons).slice(0, MAX_REASONS)
}

function Reason({ reason: { label, quote } }: { reason: MatchReason }) {
  return (
    <li className="min-w-0 [overflow-wrap:anywhere]">
      {label}
      {quote && (
        <>
          : <q className="text-muted">{quote}</q>
        </>
      )}
    </li>
  )
}
