import { answerRequest } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { formatKbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { getLedger } from '@/lib/kb-index/read/ledger'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'

/** What replaces an article, step by step, with every edge of the ledger and the sentence on which it rests. */
export function GET(_request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  return answerRequest(async () => {
    const spelling = (await params).number
    const number = parseKbNumber(spelling)
    if (number === undefined) return jsonError(400, `"${spelling}" is no KB number. Write digits, such as 940006.`)
    const canonical = getCanonicalNumber(index(), number)
    const ledger = canonical && getLedger(index(), canonical)
    if (!ledger) return jsonError(404, `There is no article ${formatKbNumber(number)}.`)
    const { number: own, ...rest } = ledger
    return jsonResponse({ number: own, url: articleUrl(own), ...rest })
  })
}
