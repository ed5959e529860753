import { type SearchResults, SORTS, type Sort, sortOf } from '@/lib/kb/search/search-query'
import { searchUrl } from '@/lib/urls'

const SORT_LABELS: Readonly<Record<Sort, string>> = {
  relevance: 'Relevance',
  newest: 'Newest first',
  number: 'Number',
}

/** The orders of a list of results, each a link; relevance only where there are words. */
export function SortLinks({ results: { query, itemCount } }: { results: SearchResults }) {
  if (itemCount < 2 || query.number !== undefined) return null
  const hasWords = query.words.length + query.phrases.length > 0
  const chosen = sortOf(query)
  return (
    <nav aria-label="Sort" className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">Sort by</span>
      {SORTS.filter((sort) => hasWords || sort !== 'relevance').map((sort) => (
        <a
          key={sort}
          href={searchUrl({ ...query, sort, page: 1 })}
          aria-current={sort === chosen ? 'true' : undefined}
          className="py-1 quiet-link aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {SORT_LABELS[sort]}
        </a>
      ))}
    </nav>
  )
}
