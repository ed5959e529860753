import { answerNumber } from '@/app/api/answer-request'
import { getArticle, index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'

/** One article with its relations. The body's tree is left out: it is an internal format of the pages. */
export function GET(_request: Request, { params }: RouteContext<'/api/articles/[number]'>): Promise<Response> {
  return answerNumber(params, async (number) => {
    const canonical = getCanonicalNumber(index(), number)
    const article = canonical && (await getArticle(canonical))
    if (!article) return jsonError(404, `Article ${formatKbNumber(number)} was not found.`)
    const { tree: _tree, products: _products, summary, ...rest } = article
    return jsonResponse({ ...summary, url: articleUrl(summary.number), ...rest })
  })
}
