import type { ArticlePage } from '@/lib/kb/article-page'
import { ArticleEditions } from './article-editions'
import { ArticleProperties } from './article-properties'
import { ArticleSources } from './article-sources'
import { OtherFiles } from './other-files'
import { ReferencedBy } from './referenced-by'

/** What is known about the article, in full width below it. */
export function ArticleFacts({ article }: { article: ArticlePage }) {
  return (
    <div className="mt-12 space-y-7 print:mt-6">
      <ReferencedBy backlinks={article.backlinks} count={article.backlinkCount} />
      <ArticleEditions number={article.summary.number} editions={article.editions} />
      <OtherFiles number={article.summary.number} paths={article.otherFiles} />
      <ArticleSources frontMatter={article.frontMatter} attribution={article.attribution} />
      <ArticleProperties article={article} />
    </div>
  )
}
