import { answerRequest } from '@/app/api/answer-request'
import { getCollection } from '@/lib/collection'

/** For operators: the site answers, its number of articles, and a version that changes with the index. */
export function GET(): Promise<Response> {
  return answerRequest(async () => {
    return Response.json({ status: 'ok', ...getCollection() }, { headers: { 'cache-control': 'no-store' } })
  })
}
