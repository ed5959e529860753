import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { getOrigin } from '@/app/request-headers'
import { openApiDocument } from '@/lib/http/api/openapi'
import { jsonResponse } from '@/lib/http/api-response'

/** The description of this API for programs, made from the schemas of its answers. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => jsonResponse(openApiDocument(await getOrigin())))
}

export { answerPreflight as OPTIONS }
