import { ArticleList } from '@/components/article/article-list'
import { SectionHeading } from '@/components/ui/section-heading'
import type { ArticleSummary } from '@/lib/kb/articles/article'

/** A page has one list of them. Browsers run this too, where nothing makes ids. */
const HEADING_ID = 'similar-numbers'

/** Articles whose numbers are a slip away from one that the collection lacks. */
export function NearbyNumbers({ articles }: { articles: readonly ArticleSummary[] }) {
  if (articles.length === 0) return null
  return (
    <section aria-labelledby={HEADING_ID}>
      <SectionHeading id={HEADING_ID} className="mb-2">
        Similar numbers
      </SectionHeading>
      <ArticleList articles={articles} />
    </section>
  )
}
