import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { STATE_WORDS } from '@/components/article/state-words'
import { searchCollection } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'
import { searchResultsToAnswer } from '@/lib/kb/search/search-answer'
import { parseSearchQuery } from '@/lib/kb/search/search-query'

/** The results of a search, as the search page shows them. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const query = parseSearchQuery(Object.fromEntries(new URL(request.url).searchParams))
    return jsonResponse(searchResultsToAnswer(await searchCollection(query), STATE_WORDS))
  })
}

export { answerPreflight as OPTIONS }
