import { getOrigin } from '@/app/request-headers'
import { site } from '@/lib/collection'
import { textResponse } from '@/lib/http/api-response'
import { answerCondition } from '@/lib/http/conditional'
import { OPEN_SEARCH_TYPE, openSearchDescription } from '@/lib/http/open-search'

/** Describes the search to browsers. They need full addresses, so that there is no description without a known host. */
export async function GET(request: Request): Promise<Response> {
  const origin = await getOrigin()
  if (origin === undefined)
    return new Response('The address of this site is not set. See KB_ORIGIN.\n', { status: 404 })
  const text = openSearchDescription(origin, site())
  return answerCondition(request, textResponse(text, `${OPEN_SEARCH_TYPE}; charset=utf-8`))
}
