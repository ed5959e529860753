import { answerRequest } from '@/app/api/answer-request'
import { verdictToAnswer } from '@/lib/check/verdict-to-answer'
import { checkPaste } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { MAX_BODY_BYTES, readPastedText } from '@/lib/http/pasted-text'

/** The verdict on a pasted text, as the check's page shows it. Nothing of the text is kept. */
export function POST(request: Request): Promise<Response> {
  return answerRequest(async () => {
    const text = await readPastedText(request)
    if (text === undefined) {
      return jsonError(
        413,
        `The body has ${MAX_BODY_BYTES} bytes or more. Send the part that matters, at most 64 KB of text.`,
      )
    }
    if (text.trim() === '') return jsonError(400, 'The body holds no text. Send what is to be checked as text/plain.')
    const response = jsonResponse(verdictToAnswer(checkPaste(text)))
    response.headers.set('cache-control', 'no-store')
    return response
  })
}

/** An address of the API has no pages, and a text does not belong into an address. */
export function GET(): Response {
  return jsonError(405, 'This address takes no GET. Send the text as the body of a POST, as text/plain.')
}
