import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SiteShell } from '@/app/site-shell'
import { ComparedDays, ComparisonOfEditions } from '@/components/changes/comparison-of-editions'
import { PageTitle } from '@/components/ui/page-title'
import { index } from '@/lib/collection'
import { formatKbNumber, hasKbNumber, toArticleKey } from '@/lib/kb/numbers/kb-number'
import { compareDays } from '@/lib/kb-index/read/editions/compare-days'
import { articleChangesUrl, articleUrl } from '@/lib/urls'

type Props = PageProps<'/changes/[article]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = await findComparison(props)
  const name = hasKbNumber(article.number) ? formatKbNumber(article.number) : article.title
  return { title: `What changed in ${name}`, alternates: { canonical: articleChangesUrl(article.number) } }
}

export default async function ArticleChangesPage(props: Props) {
  const comparison = await findComparison(props)
  const { article, from, to } = comparison
  return (
    <SiteShell>
      <PageTitle title="What changed">
        <ComparedDays from={from} to={to} /> in{' '}
        <a href={articleUrl(article.number)}>
          {hasKbNumber(article.number) && `${formatKbNumber(article.number)}: `}
          {article.title}
        </a>
      </PageTitle>
      <ComparisonOfEditions comparison={comparison} />
    </SiteShell>
  )
}

async function findComparison({ params, searchParams }: Props) {
  const { article } = await params
  const { from, to } = await searchParams
  const number = /^\d{1,10}$/.test(article) ? toArticleKey(Number(article)) : undefined
  const day = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return (number !== undefined && compareDays(index(), number, { from: day(from), to: day(to) })) || notFound()
}
