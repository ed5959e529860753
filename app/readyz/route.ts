import { answerRequest } from '@/app/api/answer-request'
import { checkCollection } from '@/lib/collection'

/** For operators: the index is open and an article can be read. Else 503, and this server should get no requests. */
export function GET(): Promise<Response> {
  return answerRequest(
    async () =>
      Response.json({ status: 'ready', ...(await checkCollection()) }, { headers: { 'cache-control': 'no-store' } }),
    503,
  )
}
