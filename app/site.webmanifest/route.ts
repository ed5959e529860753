import { answerRequest } from '@/app/api/answer-request'
import { getModified, site } from '@/lib/collection'
import { textResponse } from '@/lib/http/api-response'
import { answerCondition } from '@/lib/http/conditional'
import { webManifest } from '@/lib/http/web-manifest'

/** What a browser needs to put the site on a home screen. */
export function GET(request: Request): Promise<Response> {
  return answerRequest(async () =>
    answerCondition(request, textResponse(webManifest(site()), 'application/manifest+json'), getModified()),
  )
}
