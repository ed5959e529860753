import { answerArticle } from '@/app/article-page'

/** The page of an article without a KB number, by the short form of its key. */
export async function GET(request: Request, { params }: RouteContext<'/a/[key]'>): Promise<Response> {
  return answerArticle(request, `/a/${(await params).key}`)
}
