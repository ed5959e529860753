import { SearchHints } from '@/components/search/search-hints'
import { PageTitle } from '@/components/ui/page-title'
import { PRODUCTS_URL, UPDATES_URL } from '@/lib/urls'

/** The page for a URL that leads nowhere. */
export function LostView() {
  return (
    <>
      <PageTitle title="Page not found">
        Check the URL. Articles are at /kb/ plus the number, for example /kb/940006.
      </PageTitle>
      <SearchHints title="You can search by" />
      <p className="mt-6">
        Or browse all <a href={PRODUCTS_URL}>products</a> and <a href={UPDATES_URL}>update series</a>.
      </p>
    </>
  )
}
