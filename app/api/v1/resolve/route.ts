import { answerPosted } from '@/app/api/answer-request'
import { resolvedLinksToAnswer } from '@/lib/check/links/resolved-links'
import { resolvePaste } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'

/** What became of each link to an article in a text. The text is not stored. */
export function POST(request: Request): Promise<Response> {
  return answerPosted(request, async (text) => jsonResponse(resolvedLinksToAnswer(await resolvePaste(text))))
}

/** A pasted text never belongs in a URL. */
export function GET(): Response {
  return jsonError(405, 'GET is not supported here. Send the text in a POST request, as text/plain.')
}
