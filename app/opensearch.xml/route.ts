import { getOrigin } from '@/app/request-headers'
import { OPEN_SEARCH_TYPE, openSearchDescription } from '@/lib/http/open-search'

/** Tells a browser how its address bar searches this site, under the host by which the reader knows it. */
export async function GET(request: Request): Promise<Response> {
  const origin = (await getOrigin())?.origin ?? new URL(request.url).origin
  return new Response(openSearchDescription(origin), {
    headers: { 'content-type': `${OPEN_SEARCH_TYPE}; charset=utf-8`, 'cache-control': 'no-cache' },
  })
}
