import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { LostView } from '@/components/lost/lost-view'
import { parseArticleAddress } from '@/lib/kb/numbers/article-address'
import { MissingArticle, titleOfMissing } from './missing-article'
import { getRequestedPath } from './request-headers'

export async function generateMetadata(): Promise<Metadata> {
  const number = await findNumber()
  return { title: number ? titleOfMissing(number) : 'Page not found' }
}

export default async function NotFoundPage() {
  const number = await findNumber()
  return <SiteShell>{number ? <MissingArticle number={number} /> : <LostView />}</SiteShell>
}

async function findNumber() {
  return parseArticleAddress(await getRequestedPath())
}
