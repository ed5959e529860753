import { answerText } from '@/app/answer-text'
import { index } from '@/lib/collection'
import { MAX_SITEMAP_PART, sitemapIndex } from '@/lib/http/sitemap'
import { listPartDates } from '@/lib/kb-index/read/lists/sitemap-parts'
import { sitemapUrl } from '@/lib/urls'

/** The parts of the sitemap: first that of the lists, then those of the articles. */
export function GET(request: Request): Promise<Response> {
  return answerText(request, 'application/xml', (origin) => {
    const articles = listPartDates(index(), MAX_SITEMAP_PART)
    const parts = articles.map((modified, part) => ({ url: origin + sitemapUrl(part + 1), modified }))
    return sitemapIndex([{ url: origin + sitemapUrl(0) }, ...parts])
  })
}
