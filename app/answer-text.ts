import { answerRequest } from '@/app/api/answer-request'
import { getOrigin } from '@/app/request-headers'
import { getModified } from '@/lib/collection'
import { textResponse } from '@/lib/http/api-response'
import { answerCondition } from '@/lib/http/conditional'

/**
 * Answers with a text for crawlers and feed readers, whose addresses are absolute: `undefined` is a text that there is not. They
 * need the address of this site, which is not guessed from what a client sends.
 */
export function answerText(
  request: Request,
  contentType: string,
  build: (origin: string) => string | undefined,
): Promise<Response> {
  return answerRequest(async () => {
    const origin = await getOrigin()
    if (origin === undefined) return plain('The address of this site is not set. See KB_ORIGIN.')
    const text = build(origin)
    if (text === undefined) return plain('Not found. The collection has nothing at this address.')
    return answerCondition(request, textResponse(text, `${contentType}; charset=utf-8`), getModified())
  })
}

function plain(message: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(`${message}\n`, { status: 404, headers })
}
