import { ArticleHit } from '@/components/article/article-hit'
import { StateBadge } from '@/components/article/state-badge'
import type { SignatureArticle } from '@/lib/kb/signature-page'

/** Articles that mention a signature, each with the sentence or line that does. */
export function SignatureArticles({ articles }: { articles: readonly SignatureArticle[] }) {
  return (
    <ol className="m-0 max-w-[780px] list-none border-t border-line p-0">
      {articles.map(({ context, ...article }) => (
        <ArticleHit
          key={article.number}
          number={article.number}
          title={article.title}
          heading="h3"
          facts={
            <>
              {article.products[0] && <span>{article.products[0]}</span>}
              <StateBadge {...article} />
            </>
          }
        >
          {context !== article.title && (
            <p className="mt-1 min-w-0 text-[0.9375rem] text-muted [overflow-wrap:anywhere]">{context}</p>
          )}
        </ArticleHit>
      ))}
    </ol>
  )
}
