import { CountText } from '@/components/ui/count-text'
import { Pagination } from '@/components/ui/pagination'
import { RESULTS_PER_PAGE, type SearchResults } from '@/lib/kb/search-query'
import { searchUrl } from '@/lib/urls'
import { Facets } from './facets'
import { NumberAnswer } from './number-answer'
import { ResultList } from './result-list'
import { SearchHints } from './search-hints'

/** A page of hits with the choices that narrow them. */
export function SearchResultsView({ results }: { results: SearchResults }) {
  const { query, items, itemCount, page, pageCount, exact, missingNumber, isPartialMatch } = results
  const isNarrowed = query.product !== undefined || query.state !== undefined || query.kind !== undefined
  const hasFacets = isNarrowed || Object.values(results.facets).some((facets) => facets.length > 0)
  const others = items.filter(({ article }) => article.number !== exact?.number)
  return (
    <div className={hasFacets ? 'lg:grid lg:grid-cols-[230px_minmax(0,1fr)] lg:gap-14' : undefined}>
      {hasFacets && (
        <aside aria-label="Narrow the results" className="hidden lg:block">
          <Facets results={results} />
        </aside>
      )}
      <div className="min-w-0">
        <h1 className="text-[1.375rem] font-[640] leading-snug [overflow-wrap:anywhere]">Results for “{query.text}”</h1>
        <p className="mb-5 mt-1 text-sm text-muted">
          <CountText count={itemCount} noun="article" />
          {isPartialMatch && itemCount > 0 && '. No article has all of these words; these have some of them.'}
        </p>
        {hasFacets && (
          <details className="mb-6 rounded-xl border border-line px-4 py-2.5 lg:hidden">
            <summary className="min-h-6 font-semibold">Narrow the results</summary>
            <div className="pt-4">
              <Facets results={results} />
            </div>
          </details>
        )}
        <div className="max-w-[780px]">
          <NumberAnswer exact={exact} missingNumber={missingNumber} />
        </div>
        {others.length > 0 && <ResultList results={others} start={(page - 1) * RESULTS_PER_PAGE + 1} />}
        {itemCount === 0 && !exact && (
          <SearchHints title="Nothing was found. Try">
            {isNarrowed && (
              <li>
                <a href={searchUrl({ text: query.text })}>the same search in all articles</a>
              </li>
            )}
            <li>fewer words, or only the rarest of them</li>
          </SearchHints>
        )}
        <Pagination page={page} pageCount={pageCount} urlOf={(shown) => searchUrl({ ...query, page: shown })} />
      </div>
    </div>
  )
}
