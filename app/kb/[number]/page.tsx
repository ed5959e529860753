import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { getNonce, getOrigin } from '@/app/request-headers'
import { ArticleJsonLd } from '@/components/article/article-json-ld'
import { ArticleView } from '@/components/article/article-view'
import { PrintFooter } from '@/components/article/print-footer'
import { withProvenance } from '@/components/article/with-provenance'
import { PageShell } from '@/components/layout/page-shell'
import { getArticle, index } from '@/lib/collection'
import { formatKbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'

type Props = PageProps<'/kb/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { summary, ...article } = await findArticle(params)
  const description = withProvenance(article.description, summary.provenance)
  const title = `${formatKbNumber(summary.number)}: ${summary.title}`
  const url = articleUrl(summary.number)
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: 'article',
      siteName: 'KB Viewer',
      title,
      description,
      url,
      publishedTime: summary.released,
      modifiedTime: summary.reviewed,
    },
  }
}

export default async function KbNumberPage({ params }: Props) {
  const article = await findArticle(params)
  const path = articleUrl(article.summary.number)
  const url = new URL(path, (await getOrigin()) ?? 'http://localhost').href
  return (
    <PageShell>
      <ArticleJsonLd article={article} url={url} nonce={await getNonce()} />
      <ArticleView article={article} />
      <PrintFooter url={url} date={new Date().toISOString().slice(0, 10)} />
    </PageShell>
  )
}

/** The proxy already answers other spellings and missing numbers. This covers requests that bypass it. */
async function findArticle(params: Props['params']) {
  const spelling = (await params).number
  const number = parseKbNumber(spelling)
  const canonical = number && getCanonicalNumber(index(), number)
  if (canonical === undefined) notFound()
  if (String(canonical) !== spelling) permanentRedirect(articleUrl(canonical))
  return (await getArticle(canonical)) ?? notFound()
}
