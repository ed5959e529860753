import type { ArticlePage } from '@/lib/kb/article-page'
import { ArticleHeader } from './article-header'
import { ArticleBody } from './body/article-body'
import { ArticleRail } from './rail/article-rail'
import { TableOfContents } from './rail/table-of-contents'
import { SupersedenceNotice } from './supersedence/supersedence-notice'

/** An article from its number to its sources. */
export function ArticleView({ article }: { article: ArticlePage }) {
  const { summary, supersedence, headings, tree } = article
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_268px] lg:gap-16 print:block">
      <article className="min-w-0">
        <ArticleHeader summary={summary} products={article.products} />
        <SupersedenceNotice summary={summary} supersedence={supersedence} />
        {headings.length > 0 && (
          <nav aria-label="On this page" className="mb-6 lg:hidden print:hidden">
            <details className="rounded-xl border border-line px-4 py-2.5">
              <summary className="min-h-6 font-semibold">On this page</summary>
              <div className="py-2">
                <TableOfContents headings={headings} />
              </div>
            </details>
          </nav>
        )}
        <ArticleBody tree={tree} />
      </article>
      <ArticleRail article={article} />
    </div>
  )
}
