import { answerText } from '@/app/answer-text'
import { index } from '@/lib/collection'
import { MAX_SITEMAP_PART, type SitemapEntry, sitemapPart } from '@/lib/http/sitemap'
import { listPart } from '@/lib/kb-index/read/lists/sitemap-parts'
import { listProducts } from '@/lib/kb-index/read/products'
import { listUpdateLines } from '@/lib/kb-index/read/relations'
import { listReleases } from '@/lib/kb-index/read/releases'
import {
  articleUrl,
  lineUrl,
  PRODUCTS_URL,
  productUrl,
  RELEASES_URL,
  releaseUrl,
  SIGNATURES_URL,
  UPDATES_URL,
} from '@/lib/urls'

/** One part of the sitemap: `0.xml` has the lists, `1.xml` and on the articles in number order. */
export async function GET(request: Request, { params }: RouteContext<'/sitemaps/[part]'>): Promise<Response> {
  const digits = /^(\d{1,4})\.xml$/.exec((await params).part)?.[1]
  return answerText(request, 'application/xml', (origin) => {
    if (digits === undefined) return undefined
    const entries = digits === '0' ? listLists() : listArticles(Number(digits) - 1)
    if (entries.length === 0) return undefined
    return sitemapPart(entries.map(({ url, modified }) => ({ url: origin + url, modified })))
  })
}

function listLists(): SitemapEntry[] {
  const { groups, families } = listProducts(index())
  const urls = [
    ...['/', PRODUCTS_URL, UPDATES_URL, RELEASES_URL, SIGNATURES_URL],
    ...[...groups, ...families].map(({ slug }) => productUrl(slug)),
    ...listUpdateLines(index()).map(({ slug }) => lineUrl(slug)),
    ...listReleases(index()).map(({ slug }) => releaseUrl(slug)),
  ]
  return [...new Set(urls)].slice(0, MAX_SITEMAP_PART).map((url) => ({ url }))
}

function listArticles(part: number): SitemapEntry[] {
  return listPart(index(), part, MAX_SITEMAP_PART).map(({ number, modified }) => ({
    url: articleUrl(number),
    modified,
  }))
}
