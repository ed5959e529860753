import { answerRequest } from '@/app/api/answer-request'
import { checkCollection } from '@/lib/collection'

/** For operators: the index is open and an article can be read. Else 503, and this server should get no requests. */
export function GET(request: Request): Promise<Response> {
  return answerRequest(
    async () =>
      Response.json(
        { status: 'ready', ...(await checkCollection()), ...readPagesAhead(request.headers.get('x-kb-pages-ahead')) },
        { headers: { 'cache-control': 'no-store' } },
      ),
    503,
  )
}

/** The edge says how many pages of articles are made ahead of readers, if it does so. */
function readPagesAhead(counts: string | null) {
  const [made, of] = counts?.split(' ').map(Number) ?? []
  return of === undefined ? {} : { pagesAhead: { made, of } }
}
