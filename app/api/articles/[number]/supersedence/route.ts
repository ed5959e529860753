import { answerNumber } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { getLedger } from '@/lib/kb-index/read/ledger'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'

/** What replaces an article, step by step, with every edge of the ledger and the sentence that proves it. */
export function GET(
  _request: Request,
  { params }: RouteContext<'/api/articles/[number]/supersedence'>,
): Promise<Response> {
  return answerNumber(params, async (number) => {
    const canonical = getCanonicalNumber(index(), number)
    const ledger = canonical && getLedger(index(), canonical)
    if (!ledger) return jsonError(404, `Article ${formatKbNumber(number)} was not found.`)
    const { number: own, ...rest } = ledger
    return jsonResponse({ number: own, url: articleUrl(own), ...rest })
  })
}
