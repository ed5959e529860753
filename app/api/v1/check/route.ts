import { answerPosted, refuseGet } from '@/app/api/answer-request'
import { verdictToAnswer } from '@/lib/check/verdict-to-answer'
import { checkPaste } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'

/** The verdict on a pasted text, as the check page shows it. The text is not stored. */
export function POST(request: Request): Promise<Response> {
  return answerPosted(request, async (text) => jsonResponse(verdictToAnswer(await checkPaste(text))))
}

export { refuseGet as GET }
