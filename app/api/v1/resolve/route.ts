import { answerPosted, refuseGet } from '@/app/api/answer-request'
import { resolvedLinksToAnswer } from '@/lib/check/links/resolved-links'
import { resolvePaste } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'

/** What became of each link to an article in a text. The text is not stored. */
export function POST(request: Request): Promise<Response> {
  return answerPosted(request, async (text) => jsonResponse(resolvedLinksToAnswer(await resolvePaste(text))))
}

export { refuseGet as GET }
