import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SiteShell } from '@/app/site-shell'
import { unlessAway } from '@/app/unless-away'
import { PageStatus } from '@/components/layout/page-status'
import { SearchAway } from '@/components/search/search-away'
import { SearchHints } from '@/components/search/search-hints'
import { SearchResultsView } from '@/components/search/search-results-view'
import { PageTitle } from '@/components/ui/page-title'
import { isSearchElsewhere, searchCollection } from '@/lib/collection'
import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { articleUrl, searchUrl } from '@/lib/urls'

type Props = PageProps<'/search'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = parseSearchQuery(await searchParams)
  return {
    title: query.text ? `${query.text} · Search` : 'Search',
    robots: { index: false },
    alternates: { canonical: searchUrl(query) },
  }
}

export default async function SearchPage({ searchParams }: Props) {
  const query = parseSearchQuery(await searchParams)
  if (query.text === '' && FILTER_NAMES.every((name) => query[name] === undefined)) {
    return (
      <SiteShell>
        <PageTitle title="Search" />
        <SearchHints title="You can search for" />
      </SiteShell>
    )
  }
  const results = await unlessAway(searchCollection(query))
  if (!results) {
    return (
      <SiteShell searchText={query.text}>
        <SearchAway title="Search" />
      </SiteShell>
    )
  }
  // A number leads to its article unless the reader asked for the list.
  if (results.exact && query.number !== undefined && !query.isList) {
    redirect(articleUrl(results.exact.number))
  }
  return (
    <SiteShell searchText={query.text}>
      {isSearchElsewhere() && <PageStatus status={200} />}
      <SearchResultsView results={results} />
    </SiteShell>
  )
}
