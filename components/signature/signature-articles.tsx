import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import type { SignatureArticle } from '@/lib/kb/signatures/signature-page'
import { articleUrl } from '@/lib/urls'

/** Articles that mention a signature, each with the sentence or line that does. */
export function SignatureArticles({ articles }: { articles: readonly SignatureArticle[] }) {
  return (
    <ol className="m-0 max-w-[780px] list-none border-t border-line p-0">
      {articles.map(({ context, ...article }) => (
        <li key={article.number} className="border-b border-line py-4">
          <p className="mb-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
            <NumberTag number={article.number} />
            {article.products[0] && <span>{article.products[0]}</span>}
            <StateBadge state={article.state} currentArticle={article.currentArticle} />
          </p>
          <h3 className="text-lg font-semibold leading-snug">
            <a href={articleUrl(article.number)} className="quiet-link">
              {article.title}
            </a>
          </h3>
          {context !== article.title && (
            <p className="mt-1 min-w-0 text-[0.9375rem] text-muted [overflow-wrap:anywhere]">{context}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
