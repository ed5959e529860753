import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { getOrigin } from '@/app/request-headers'
import { SiteShell } from '@/app/site-shell'
import { unlessAway } from '@/app/unless-away'
import { ArticleJsonLd } from '@/components/article/article-json-ld'
import { ArticleView } from '@/components/article/article-view'
import { PrintFooter } from '@/components/article/print-footer'
import { withProvenance } from '@/components/article/with-provenance'
import { PageStatus } from '@/components/layout/page-status'
import { getArticle, index, isSearchElsewhere, markArticle, searchCollection, site } from '@/lib/collection'
import type { ArticlePage } from '@/lib/kb/article-page'
import { parseArticlePath } from '@/lib/kb/numbers/article-address'
import { formatKbNumber, hasKbNumber } from '@/lib/kb/numbers/kb-number'
import { parseArrival } from '@/lib/kb/search/search-query'
import { listProblemsOf } from '@/lib/kb-index/read/indexed-files'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl, shareUrl } from '@/lib/urls'

// biome-ignore lint/style/noProcessEnv: the build replaces it, so that readers' pages have no part for authors.
const IS_DEVELOPMENT = process.env.NODE_ENV === 'development'

export async function articleMetadata({ summary, ...article }: ArticlePage): Promise<Metadata> {
  const description = withProvenance(article.description, summary.provenance)
  const title = hasKbNumber(summary.number) ? `${formatKbNumber(summary.number)}: ${summary.title}` : summary.title
  const url = articleUrl(summary.number)
  // Without a known origin the framework would name another host.
  const hasOrigin = (await getOrigin()) !== undefined
  return {
    title,
    description,
    alternates: { canonical: url, types: { 'text/markdown': `${url}.md` } },
    openGraph: {
      type: 'article',
      siteName: site().name,
      title,
      description,
      url,
      publishedTime: summary.released,
      modifiedTime: summary.reviewed,
      ...(hasOrigin && { images: [{ url: shareUrl(summary.number), width: 1200, height: 630, alt: title }] }),
    },
  }
}

type SearchParameters = Readonly<Record<string, string | string[] | undefined>>

/** The whole page of an article, with a KB number or without. `arrival` may say which search led to it. */
export async function ArticleDocument({
  article: plain,
  arrival,
}: {
  article: ArticlePage
  arrival: SearchParameters
}) {
  const query = parseArrival(arrival)
  const { article, matches } = query ? markArticle(plain, query) : { article: plain, matches: undefined }
  const path = articleUrl(article.summary.number)
  const url = ((await getOrigin()) ?? '') + path
  return (
    <SiteShell searchText={query?.text}>
      <meta name="kb-file" content={article.path} />
      {query && isSearchElsewhere() && <PageStatus status={200} />}
      <ArticleJsonLd article={article} url={url} origin={url.slice(0, -path.length)} />
      <ArticleView
        article={article}
        matches={matches}
        results={query && (await unlessAway(searchCollection(query)))}
        problems={IS_DEVELOPMENT ? listProblemsOf(index(), article.summary.number) : []}
      />
      <PrintFooter url={url} />
    </SiteShell>
  )
}

/** The proxy already answers other spellings and missing articles. This covers requests that bypass it. */
export async function findArticleAt(path: string): Promise<ArticlePage> {
  const number = parseArticlePath(path, new URLSearchParams())
  const canonical = number && getCanonicalNumber(index(), number)
  if (canonical === undefined) notFound()
  if (articleUrl(canonical) !== path) permanentRedirect(articleUrl(canonical))
  return (await getArticle(canonical)) ?? notFound()
}
