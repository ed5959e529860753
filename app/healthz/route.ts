import { answerRequest } from '@/app/api/answer-request'
import { getCollection } from '@/lib/articles'

/** Tells an operator that the site answers and how many articles it has. */
export function GET(): Promise<Response> {
  return answerRequest(async () => {
    const { articleCount } = await getCollection()
    return Response.json({ status: 'ok', articleCount }, { headers: { 'cache-control': 'no-store' } })
  })
}
