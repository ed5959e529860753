import { answerRequest } from '@/app/api/answer-request'
import { getCanonicalNumber, getLedger } from '@/lib/articles'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { formatKbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

/** What replaces an article, step by step, with every edge of the ledger and the sentence on which it rests. */
export function GET(_request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  return answerRequest(async () => {
    const spelling = (await params).number
    const number = parseKbNumber(spelling)
    if (number === undefined) return jsonError(400, `"${spelling}" is no KB number. Write digits, such as 940006.`)
    const canonical = await getCanonicalNumber(number)
    const ledger = canonical && (await getLedger(canonical))
    if (!ledger) return jsonError(404, `There is no article ${formatKbNumber(number)}.`)
    const { number: own, ...rest } = ledger
    return jsonResponse({ number: own, url: articleUrl(own), ...rest })
  })
}
