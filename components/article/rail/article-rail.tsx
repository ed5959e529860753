import type { ArticlePage } from '@/lib/kb/article-page'
import { ArticleProperties } from './article-properties'
import { ArticleSources } from './article-sources'
import { FixedIn } from './fixed-in'
import { ReferencedBy } from './referenced-by'
import { TableOfContents } from './table-of-contents'

/** The facts beside the article, or below it on small screens. */
export function ArticleRail({ article }: { article: ArticlePage }) {
  const { headings, frontMatter } = article
  return (
    <aside className="mt-12 border-t border-line pt-8 lg:mt-0 lg:border-0 lg:pt-1 print:mt-6 print:pt-4">
      <div className="[scrollbar-width:thin] lg:sticky lg:top-[92px] lg:-mr-3 lg:max-h-[calc(100dvh-100px)] lg:overflow-y-auto lg:pb-8 lg:pr-3 lg:[mask-image:linear-gradient(black_calc(100%-2rem),transparent)] print:[mask-image:none]">
        {headings.length > 0 && (
          <nav aria-label="On this page" className="mb-8 hidden lg:block print:hidden">
            <h2 className="label mb-2.5">On this page</h2>
            <TableOfContents headings={headings} />
          </nav>
        )}
        <FixedIn here={article.summary.number} updates={article.fixedIn} releases={article.fixedInReleases} />
        <ArticleProperties article={article} />
        <ReferencedBy backlinks={article.backlinks} count={article.backlinkCount} />
        <ArticleSources frontMatter={frontMatter} />
      </div>
    </aside>
  )
}
