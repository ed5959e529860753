import { getOrigin } from '@/app/request-headers'
import { OPEN_SEARCH_TYPE, openSearchDescription } from '@/lib/http/open-search'

/** Describes the search to browsers, with the host that the reader sees. */
export async function GET(request: Request): Promise<Response> {
  const origin = (await getOrigin())?.origin ?? new URL(request.url).origin
  return new Response(openSearchDescription(origin), {
    headers: { 'content-type': `${OPEN_SEARCH_TYPE}; charset=utf-8`, 'cache-control': 'no-cache' },
  })
}
