import { answerApi, answerPreflight, parseNumberParameter } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { getLedger } from '@/lib/kb-index/read/ledger'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'

type Context = RouteContext<'/api/v1/articles/[number]/relations'>

/** What replaces an article, step by step, with every edge of the ledger and the sentence that proves it. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerApi(request, async () => {
    const number = parseNumberParameter((await params).number)
    if (number instanceof Response) return number
    const canonical = getCanonicalNumber(index(), number)
    const ledger = canonical && getLedger(index(), canonical)
    if (!ledger) return jsonError(404, `Article ${formatKbNumber(number)} was not found.`)
    const { number: own, ...rest } = ledger
    return jsonResponse({ number: own, url: articleUrl(own), ...rest })
  })
}

export { answerPreflight as OPTIONS }
