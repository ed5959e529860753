import { answerRequest } from '@/app/api/answer-request'
import { jsonResponse } from '@/lib/api-response'
import { searchArticles } from '@/lib/articles'
import { searchResultsToAnswer } from '@/lib/kb/search-answer'
import { parseSearchQuery } from '@/lib/kb/search-query'

/** The results of a search, as the search page shows them. */
export function GET(request: Request): Promise<Response> {
  return answerRequest(async () => {
    const query = parseSearchQuery(Object.fromEntries(new URL(request.url).searchParams))
    return jsonResponse(searchResultsToAnswer(await searchArticles(query)))
  })
}
