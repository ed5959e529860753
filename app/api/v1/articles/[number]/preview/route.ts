import { answerApi, answerPreflight, parseNumberParameter } from '@/app/api/answer-request'
import { getPreview } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'

/** How long a browser may reuse a preview, in seconds: the pointer crosses the same links again and again. */
const MAX_AGE = 60

/** What a link shows before it is followed. A number that the collection lacks has a preview too. */
export function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/articles/[number]/preview'>,
): Promise<Response> {
  return answerApi(request, async () => {
    const number = parseNumberParameter((await params).number)
    return number instanceof Response ? number : jsonResponse(getPreview(number), { maxAge: MAX_AGE })
  })
}

export { answerPreflight as OPTIONS }
