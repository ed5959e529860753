import { getRequestId } from '@/app/request-headers'
import { jsonError } from '@/lib/http/api-response'
import { type KbNumber, parseKbNumber, toArticleKey } from '@/lib/kb/numbers/kb-number'

/** Runs a handler. A fault is logged for the operator and answered as a JSON error. */
export async function answerRequest(handler: () => Promise<Response>, faultStatus = 500): Promise<Response> {
  try {
    return await handler()
  } catch (error) {
    const id = await getRequestId()
    console.error(`Fault ${id}:`, error)
    return jsonError(faultStatus, 'Internal error. Try again later.', id)
  }
}

/** Runs a handler with the article number in the URL, in any spelling, or the key of an article without one. Other text there is answered with status 400. */
export function answerNumber(
  params: Promise<{ number: string }>,
  handler: (number: KbNumber) => Promise<Response>,
): Promise<Response> {
  return answerRequest(async () => {
    const spelling = (await params).number
    const number = parseKbNumber(spelling) ?? parseKey(spelling)
    if (number !== undefined) return handler(number)
    return jsonError(400, `"${spelling}" is not a KB number. Use digits, for example 940006.`)
  })
}

/** Answers name an article without a number by its key, in digits. */
function parseKey(text: string): KbNumber | undefined {
  return /^\d{8,10}$/.test(text) ? toArticleKey(Number(text)) : undefined
}
