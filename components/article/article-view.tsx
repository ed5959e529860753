import { Fold } from '@/components/ui/fold'
import type { ArticlePage } from '@/lib/kb/article-page'
import { ArticleHeader } from './article-header'
import { ArticleBody } from './body/article-body'
import { ArticleRail } from './rail/article-rail'
import { TableOfContents } from './rail/table-of-contents'
import { ReconstructionNotice } from './reconstruction-notice'
import { SupersedenceNotice } from './supersedence/supersedence-notice'

/** An article from its number to its sources. */
export function ArticleView({ article }: { article: ArticlePage }) {
  const { summary, supersedence, headings, tree } = article
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_268px] lg:gap-16 print:block">
      <article className="min-w-0">
        <ArticleHeader summary={summary} products={article.products} />
        {summary.provenance === 'reconstructed' && (
          <ReconstructionNotice sourceCount={article.frontMatter.sources?.length ?? 0} />
        )}
        <SupersedenceNotice
          summary={summary}
          supersedence={supersedence}
          isDerived={article.frontMatter.derived?.includes('supersededBy') ?? false}
        />
        {headings.length > 0 && (
          <nav aria-label="On this page" className="mb-6 lg:hidden print:hidden">
            <Fold title="On this page">
              <div className="py-2">
                <TableOfContents headings={headings} />
              </div>
            </Fold>
          </nav>
        )}
        <ArticleBody tree={tree} />
      </article>
      <ArticleRail article={article} />
    </div>
  )
}
