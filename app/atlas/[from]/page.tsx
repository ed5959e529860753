import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SiteShell } from '@/app/site-shell'
import { ArticleList } from '@/components/article/article-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { index } from '@/lib/collection'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { getNumberRange } from '@/lib/kb-index/read/atlas'
import { ATLAS_URL, numberRangeUrl } from '@/lib/urls'

type Props = PageProps<'/atlas/[from]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { range, articles } = await findRange(props)
  return {
    title: `Numbers ${range.from} to ${range.to}${articles.page > 1 ? `, page ${articles.page}` : ''}`,
    alternates: { canonical: numberRangeUrl(range.from, articles.page) },
  }
}

export default async function NumberRangePage(props: Props) {
  const { range, articles } = await findRange(props)
  return (
    <SiteShell>
      <Breadcrumbs crumbs={[{ name: 'Atlas', url: ATLAS_URL }]} />
      <PageTitle title={`Numbers ${range.from} to ${range.to}`}>
        <CountText count={range.count} noun="article" />
      </PageTitle>
      <ArticleList articles={articles.items} />
      <Pagination {...articles} urlOf={(page) => numberRangeUrl(range.from, page)} />
    </SiteShell>
  )
}

async function findRange({ params, searchParams }: Props) {
  const { page } = await searchParams
  const range = getNumberRange(index(), (await params).from, parsePageNumber(page))
  return range ?? notFound()
}
