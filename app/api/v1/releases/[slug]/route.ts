import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { getReleaseListing } from '@/lib/kb-index/read/releases'
import { articleUrl, releaseUrl } from '@/lib/urls'

/** The problems that one release fixes, each with the sentence that says so. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/releases/[slug]'>): Promise<Response> {
  return answerApi(request, async () => {
    const { slug } = await params
    const page = parsePageNumber(new URL(request.url).searchParams.get('page') ?? undefined)
    const listing = getReleaseListing(index(), slug, page)
    if (!listing) return jsonError(404, `Release "${slug.slice(0, 100)}" was not found. See /api/v1/releases.`)
    const { release, entries } = listing
    return jsonResponse({
      name: release.name,
      slug: release.slug,
      url: releaseUrl(release.slug),
      articleCount: release.articleCount,
      items: entries.items.map(({ article, evidence }) => ({
        number: article.number,
        title: article.title,
        url: articleUrl(article.number),
        evidence,
      })),
      page: entries.page,
      pageCount: entries.pageCount,
    })
  })
}

export { answerPreflight as OPTIONS }
