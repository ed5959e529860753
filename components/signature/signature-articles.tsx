import { SummaryHit } from '@/components/article/summary-hit'
import type { SignatureArticle } from '@/lib/kb/signature-page'

/** Articles that mention a signature, each with the sentence or line that does. */
export function SignatureArticles({ articles }: { articles: readonly SignatureArticle[] }) {
  return (
    <ol className="m-0 max-w-[780px] list-none border-t border-line p-0">
      {articles.map(({ context, ...article }) => (
        <SummaryHit key={article.number} article={article}>
          {context !== article.title && (
            <p className="mt-1 min-w-0 text-[0.9375rem] text-muted [overflow-wrap:anywhere]">{context}</p>
          )}
        </SummaryHit>
      ))}
    </ol>
  )
}
