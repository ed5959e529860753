import { parametersOf, writeDocument } from '@/app/answer-document'
import { unlessAway } from '@/app/unless-away'
import { SearchAway } from '@/components/search/search-away'
import { SearchHints } from '@/components/search/search-hints'
import { SearchResultsView } from '@/components/search/search-results-view'
import { PageTitle } from '@/components/ui/page-title'
import { isSearchElsewhere, searchCollection } from '@/lib/collection'
import { answerOf, type PageRequest, type WrittenPage } from '@/lib/http/document/written-page'
import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { articleUrl, SEARCH_URL, searchUrl } from '@/lib/urls'

/** Writes the results of a search. A number leads to its article unless the reader asked for the list. */
export async function write(request: PageRequest): Promise<WrittenPage | Response> {
  const query = parseSearchQuery(parametersOf(request))
  const title = query.text ? `${query.text} · Search` : 'Search'
  const isEmpty = query.text === '' && FILTER_NAMES.every((name) => query[name] === undefined)
  const page = {
    facts: { title, path: searchUrl(query), isIndexed: false },
    isKept: !isSearchElsewhere(),
    searchText: query.text,
  }
  return writeDocument(request, SEARCH_URL, {
    find: isEmpty ? undefined : () => unlessAway(searchCollection(query)),
    make: (_origin, results) => {
      if (isEmpty) {
        const content = (
          <>
            <PageTitle title="Search" />
            <SearchHints title="You can search for" />
          </>
        )
        return { ...page, content }
      }
      if (!results) return { ...page, status: 503, content: <SearchAway title="Search" /> }
      if (results.exact && query.number !== undefined && !query.isList) {
        return new Response(null, { status: 307, headers: { location: articleUrl(results.exact.number) } })
      }
      return { ...page, content: <SearchResultsView results={results} /> }
    },
  })
}

/** Answers with them where the framework's server asks. */
export async function GET(request: Request): Promise<Response> {
  return answerOf(await write(request))
}
