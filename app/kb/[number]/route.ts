import { answerArticle } from '@/app/article-page'

/** The page of an article with a KB number. */
export async function GET(request: Request, { params }: RouteContext<'/kb/[number]'>): Promise<Response> {
  return answerArticle(request, `/kb/${(await params).number}`)
}
