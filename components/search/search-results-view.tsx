import { Fold } from '@/components/ui/fold'
import { Pagination } from '@/components/ui/pagination'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { searchUrl } from '@/lib/urls'
import { BuildAnswer } from './build-answer'
import { ChosenFilters } from './chosen-filters'
import { Facets } from './facets'
import { NoResults } from './no-results'
import { NumberAnswer } from './number-answer'
import { ResultList } from './result-list'
import { ResultsHeading } from './results-heading'
import { SignatureAnswer } from './signature-answer'
import { SortLinks } from './sort-links'

/** A page of hits with filters: beside the hits on wide screens, else folded away above them. */
export function SearchResultsView({ results }: { results: SearchResults }) {
  const { query, items, itemCount, page, pageCount, exact, nearby = [], build, signature, codes = [] } = results
  const urlOf = (shown: number) => searchUrl({ ...query, page: shown })
  const hasFacets = Object.values(results.facets).some((facets) => facets.length > 0)
  const others = items.filter(({ article }) => article.number !== exact?.number)
  return (
    <div className={hasFacets ? 'lg:grid lg:grid-cols-[230px_minmax(0,1fr)] lg:gap-14' : undefined}>
      {hasFacets && (
        <aside aria-label="Filters" className="hidden lg:block">
          <Facets results={results} />
        </aside>
      )}
      <div className="min-w-0 max-w-[780px]">
        <ResultsHeading results={results} />
        <ChosenFilters results={results} />
        <SortLinks results={results} />
        {hasFacets && (
          <Fold title="Filters" className="mb-6 lg:hidden">
            <div className="pt-4">
              <Facets results={results} />
            </div>
          </Fold>
        )}
        <NumberAnswer {...results} />
        {build && <BuildAnswer build={build} />}
        {signature && !(build && signature.kind === 'version') && <SignatureAnswer signatures={[signature]} />}
        {codes.length > 0 && <SignatureAnswer signatures={codes} />}
        {others.length > 0 && <ResultList results={results} items={others} />}
        {itemCount === 0 && !exact && nearby.length === 0 && <NoResults results={results} />}
        {itemCount > 0 && page > pageCount && (
          <p>
            Page {page} doesn’t exist. <a href={urlOf(pageCount)}>Go to the last page</a>
          </p>
        )}
        <Pagination page={page} pageCount={pageCount} urlOf={urlOf} />
      </div>
    </div>
  )
}
