import { answerRequest } from '@/app/api/answer-request'
import { getPreview } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { parseKbNumber } from '@/lib/kb/numbers/kb-number'

/** How long a browser may show the same preview, in seconds: a reader moves over the same links again and again. */
const MAX_AGE = 60

/** What a link to an article shows before it is followed. That the collection lacks it is an answer and no error. */
export function GET(_request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  return answerRequest(async () => {
    const spelling = (await params).number
    const number = parseKbNumber(spelling)
    if (number === undefined) return jsonError(400, `"${spelling}" is no KB number. Write digits, such as 940006.`)
    return jsonResponse(getPreview(number), { maxAge: MAX_AGE })
  })
}
