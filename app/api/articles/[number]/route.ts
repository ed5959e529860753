import { answerRequest } from '@/app/api/answer-request'
import { getArticle, index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { formatKbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'

/** One article with its relations. The tree of the body stays out: it is made for this site's pages. */
export function GET(_request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  return answerRequest(async () => {
    const spelling = (await params).number
    const number = parseKbNumber(spelling)
    if (number === undefined) return jsonError(400, `"${spelling}" is no KB number. Write digits, such as 940006.`)
    const canonical = getCanonicalNumber(index(), number)
    const article = canonical && (await getArticle(canonical))
    if (!article) return jsonError(404, `There is no article ${formatKbNumber(number)}.`)
    const { tree: _tree, products: _products, summary, ...rest } = article
    return jsonResponse({ ...summary, url: articleUrl(summary.number), ...rest })
  })
}
