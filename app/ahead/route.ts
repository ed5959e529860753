import { index } from '@/lib/collection'
import { listMostCited } from '@/lib/kb-index/read/lists/most-cited'
import { articleUrl } from '@/lib/urls'

/** More pages than this no disk for kept pages holds by default. */
const MAX_ADDRESSES = 200_000

/** For the edge alone, which makes pages ahead of readers: the addresses of articles, the most cited first, each on a line. */
export function GET(request: Request): Response {
  if (!request.headers.has('x-kb-ahead')) return new Response('There is no page at this address.', { status: 404 })
  return new Response(listMostCited(index(), MAX_ADDRESSES).map(articleUrl).join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
