import { answerDocument, parametersOf } from '@/app/answer-document'
import { unlessAway } from '@/app/unless-away'
import { SearchAway } from '@/components/search/search-away'
import { SearchHints } from '@/components/search/search-hints'
import { SearchResultsView } from '@/components/search/search-results-view'
import { PageTitle } from '@/components/ui/page-title'
import { isSearchElsewhere, searchCollection } from '@/lib/collection'
import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { articleUrl, SEARCH_URL, searchUrl } from '@/lib/urls'

/** The results of a search. A number leads to its article unless the reader asked for the list. */
export async function GET(request: Request): Promise<Response> {
  const query = parseSearchQuery(parametersOf(request))
  const title = query.text ? `${query.text} · Search` : 'Search'
  const page = {
    facts: { title, path: searchUrl(query), isIndexed: false },
    isKept: !isSearchElsewhere(),
    searchText: query.text,
  }
  return answerDocument(request, SEARCH_URL, async () => {
    if (query.text === '' && FILTER_NAMES.every((name) => query[name] === undefined)) {
      const content = (
        <>
          <PageTitle title="Search" />
          <SearchHints title="You can search for" />
        </>
      )
      return { ...page, content }
    }
    const results = await unlessAway(searchCollection(query))
    if (!results) return { ...page, status: 503, content: <SearchAway title="Search" /> }
    if (results.exact && query.number !== undefined && !query.isList) {
      return new Response(null, { status: 307, headers: { location: articleUrl(results.exact.number) } })
    }
    return { ...page, content: <SearchResultsView results={results} /> }
  })
}
