import { WantedArticleView } from '@/components/lost/wanted-article-view'
import { NearbyNumbers } from '@/components/search/nearby-numbers'
import { index } from '@/lib/collection'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { listNearbyArticles } from '@/lib/kb-index/read/nearby-articles'
import { getWantedArticle } from '@/lib/kb-index/read/wanted'

/** What stands in place of an article that the collection lacks: who cites it, and articles with similar numbers. */
export function MissingArticle({ number }: { readonly number: KbNumber }) {
  return (
    <>
      <WantedArticleView wanted={getWantedArticle(index(), number)} />
      <NearbyNumbers articles={listNearbyArticles(index(), number)} />
    </>
  )
}

/** The title of its page. */
export function titleOfMissing(number: KbNumber): string {
  return `${formatKbNumber(number)} is not in this collection`
}
