import { writeArticle } from '@/app/article-page'
import { answerOf, type PageRequest } from '@/lib/http/document/written-page'

/** Writes the page of an article with a KB number. */
export function write(request: PageRequest, { number }: { readonly number: string }) {
  return writeArticle(request, `/kb/${number}`)
}

/** Answers with it where the framework's server asks. */
export async function GET(request: Request, { params }: RouteContext<'/kb/[number]'>): Promise<Response> {
  return answerOf(await write(request, await params))
}
