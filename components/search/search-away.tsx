import { PageTitle } from '@/components/ui/page-title'
import { SEARCH_AWAY } from '@/lib/kb/search/search-unavailable'

/** Says that the search is away. */
export function SearchAway({ title }: { title: string }) {
  return (
    <PageTitle title={title}>
      {SEARCH_AWAY.reason} {SEARCH_AWAY.advice}
    </PageTitle>
  )
}
