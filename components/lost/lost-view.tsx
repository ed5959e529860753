import { SearchHints } from '@/components/search/search-hints'
import { PageTitle } from '@/components/ui/page-title'
import { PRODUCTS_URL, UPDATES_URL } from '@/lib/urls'

/** The page of an address that leads nowhere. */
export function LostView() {
  return (
    <>
      <PageTitle title="There is no such page">
        The address may be mistyped, or it was never an address of this site. Articles live at /kb/ and their number.
      </PageTitle>
      <SearchHints title="The search box finds an article by" />
      <p className="mt-6">
        Or look through <a href={PRODUCTS_URL}>all products</a> and <a href={UPDATES_URL}>all update lines</a>.
      </p>
    </>
  )
}
