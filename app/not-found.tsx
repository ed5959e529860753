import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { LostView } from '@/components/lost/lost-view'
import { WantedArticleView } from '@/components/lost/wanted-article-view'
import { NearbyNumbers } from '@/components/search/nearby-numbers'
import { index } from '@/lib/collection'
import { parseArticleAddress } from '@/lib/kb/numbers/article-address'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { listNearbyArticles } from '@/lib/kb-index/read/nearby-articles'
import { getWantedArticle } from '@/lib/kb-index/read/wanted'
import { getRequestedPath } from './request-headers'

export async function generateMetadata(): Promise<Metadata> {
  const number = await findNumber()
  return { title: number ? `${formatKbNumber(number)} is not in this collection` : 'Page not found' }
}

export default async function NotFoundPage() {
  const number = await findNumber()
  return (
    <SiteShell>
      {number ? (
        <>
          <WantedArticleView wanted={getWantedArticle(index(), number)} />
          <NearbyNumbers articles={listNearbyArticles(index(), number)} />
        </>
      ) : (
        <LostView />
      )}
    </SiteShell>
  )
}

async function findNumber() {
  return parseArticleAddress(await getRequestedPath())
}
