import { answerNumber } from '@/app/api/answer-request'
import { getPreview } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'

/** How long a browser may reuse a preview, in seconds: the pointer crosses the same links again and again. */
const MAX_AGE = 60

/** What a link shows before it is followed. A number that the collection lacks has a preview too. */
export function GET(_request: Request, { params }: RouteContext<'/api/articles/[number]/preview'>): Promise<Response> {
  return answerNumber(params, async (number) => jsonResponse(getPreview(number), { maxAge: MAX_AGE }))
}
