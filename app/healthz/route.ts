import { answerRequest } from '@/app/api/answer-request'
import { getCollection } from '@/lib/collection'

/** Tells an operator that the site answers, how many articles it has and whether the index is another than before. */
export function GET(): Promise<Response> {
  return answerRequest(async () => {
    return Response.json({ status: 'ok', ...getCollection() }, { headers: { 'cache-control': 'no-store' } })
  })
}
