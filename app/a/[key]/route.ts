import { writeArticle } from '@/app/article-page'
import { answerOf, type PageRequest } from '@/lib/http/document/written-page'

/** Writes the page of an article without a KB number, by the short form of its key. */
export function write(request: PageRequest, { key }: { readonly key: string }) {
  return writeArticle(request, `/a/${key}`)
}

/** Answers with it where the framework's server asks. */
export async function GET(request: Request, { params }: RouteContext<'/a/[key]'>): Promise<Response> {
  return answerOf(await write(request, await params))
}
