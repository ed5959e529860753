import { answerRequest } from '@/app/api/answer-request'
import { verdictToAnswer } from '@/lib/check/verdict-to-answer'
import { checkPaste } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { MAX_BODY_BYTES } from '@/lib/http/limits.mjs'
import { readPastedText } from '@/lib/http/pasted-text'

/** The verdict on a pasted text, as the check page shows it. The text is not stored. */
export function POST(request: Request): Promise<Response> {
  return answerRequest(async () => {
    const text = await readPastedText(request)
    if (text === undefined) {
      return jsonError(
        413,
        `The request body is larger than ${MAX_BODY_BYTES / 1_000_000} MB. Send only the relevant part, at most 64 KB of text.`,
      )
    }
    if (text.trim() === '') return jsonError(400, 'The request body is empty. Send the text to check as text/plain.')
    const response = jsonResponse(verdictToAnswer(await checkPaste(text)))
    response.headers.set('cache-control', 'no-store')
    return response
  })
}

/** A pasted text never belongs in a URL. */
export function GET(): Response {
  return jsonError(405, 'GET is not supported here. Send the text in a POST request, as text/plain.')
}
