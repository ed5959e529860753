import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { getOrigin } from '@/app/request-headers'
import { listSuggestions } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'
import { suggestionsToOpenSearch } from '@/lib/http/open-search'
import { cleanQueryText } from '@/lib/kb/search/query-text'

/** Suggestions for an unfinished text, with `format=opensearch` in the form that address bars read. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const { searchParams } = new URL(request.url)
    const typed = searchParams.get('q') ?? ''
    const { text, isCut } = cleanQueryText(typed)
    const { articles, correctedText, signature, products } = await listSuggestions(text)
    if (searchParams.get('format') !== 'opensearch') {
      return jsonResponse({ query: text, correctedQuery: correctedText, signature, products, suggestions: articles })
    }
    const site = (await getOrigin()) ?? ''
    return jsonResponse(suggestionsToOpenSearch(isCut ? text : typed, articles, site), {
      contentType: 'application/x-suggestions+json',
    })
  })
}

export { answerPreflight as OPTIONS }
