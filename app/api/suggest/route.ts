import { answerRequest } from '@/app/api/answer-request'
import { jsonResponse } from '@/lib/api-response'
import { suggestArticles } from '@/lib/articles'
import { parseSearchQuery } from '@/lib/kb/search-query'

/** The articles that an unfinished text may mean. */
export function GET(request: Request): Promise<Response> {
  return answerRequest(async () => {
    const { text } = parseSearchQuery(Object.fromEntries(new URL(request.url).searchParams))
    return jsonResponse({ suggestions: await suggestArticles(text) })
  })
}
