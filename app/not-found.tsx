import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { LostView } from '@/components/lost/lost-view'
import { WantedArticleView } from '@/components/lost/wanted-article-view'
import { index } from '@/lib/collection'
import { parseArticleAddress } from '@/lib/kb/numbers/article-address'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { getWantedArticle } from '@/lib/kb-index/read/wanted'
import { getRequestedPath } from './request-headers'

export async function generateMetadata(): Promise<Metadata> {
  const number = await findNumber()
  return { title: number ? `${formatKbNumber(number)} is not in this collection` : 'Page not found' }
}

export default async function NotFoundPage() {
  const number = await findNumber()
  return (
    <SiteShell>{number ? <WantedArticleView wanted={getWantedArticle(index(), number)} /> : <LostView />}</SiteShell>
  )
}

async function findNumber() {
  return parseArticleAddress(await getRequestedPath())
}
