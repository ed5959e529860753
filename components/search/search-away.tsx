import { PageStatus } from '@/components/layout/page-status'
import { PageTitle } from '@/components/ui/page-title'
import { SEARCH_AWAY } from '@/lib/kb/search/search-unavailable'

/** Says that the search is away. */
export function SearchAway({ title }: { title: string }) {
  return (
    <>
      <PageStatus status={503} />
      <PageTitle title={title}>
        {SEARCH_AWAY.reason} {SEARCH_AWAY.advice}
      </PageTitle>
    </>
  )
}
