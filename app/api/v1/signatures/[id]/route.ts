import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { getSignature } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { articleUrl, signatureUrl } from '@/lib/urls'

/** One signature with the articles that mention it, as its page shows them. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/signatures/[id]'>): Promise<Response> {
  return answerApi(request, async () => {
    const { id } = await params
    const page = parsePageNumber(new URL(request.url).searchParams.get('page') ?? undefined)
    const signature = getSignature(id, page)
    if (!signature) {
      return jsonError(
        404,
        `No article mentions "${id.slice(0, 120)}". Use an error code, event, file or version, for example 0x80070643.`,
      )
    }
    const { articles, ...rest } = signature
    return jsonResponse({
      ...rest,
      url: signatureUrl(signature.id),
      articles: articles.items.map((article) => ({ ...article, url: articleUrl(article.number) })),
      page: articles.page,
      pageCount: articles.pageCount,
    })
  })
}

export { answerPreflight as OPTIONS }
