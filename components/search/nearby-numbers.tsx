import { ArticleList } from '@/components/article/article-list'
import { TitledSection } from '@/components/ui/titled-section'
import type { ArticleSummary } from '@/lib/kb/articles/article'

/** Articles whose numbers are a slip away from one that the collection lacks. */
export function NearbyNumbers({ articles }: { articles: readonly ArticleSummary[] }) {
  if (articles.length === 0) return null
  return (
    <TitledSection title="Similar numbers" gap="mb-2">
      <ArticleList articles={articles} />
    </TitledSection>
  )
}
