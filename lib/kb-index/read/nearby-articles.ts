import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { listNearbyNumbers } from '@/lib/kb/numbers/nearby-numbers'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getSummary } from './summaries'

/** In the archive one number in five exists, so about thirty would be near; more than a few do not help. */
const MAX_NEARBY = 6

/** Lists articles whose numbers are one typing error away from `number`, the likeliest first. */
export function listNearbyArticles(database: IndexDatabase, number: KbNumber): readonly ArticleSummary[] {
  const articles: ArticleSummary[] = []
  for (const nearby of listNearbyNumbers(number)) {
    const article = getSummary(database, nearby)
    if (article) articles.push(article)
    if (articles.length === MAX_NEARBY) break
  }
  return articles
}
