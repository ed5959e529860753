import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SiteShell } from '@/app/site-shell'
import { ReleaseEntries } from '@/components/browse/release-entries'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { index } from '@/lib/collection'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { getReleaseListing } from '@/lib/kb-index/read/releases'
import { RELEASES_URL, releaseUrl } from '@/lib/urls'

type Props = PageProps<'/releases/[slug]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { release, entries } = await findRelease(props)
  return {
    title: entries.page > 1 ? `${release.name}, page ${entries.page}` : release.name,
    description: `The problems fixed in ${release.name}, each with the sentence that says so.`,
    alternates: { canonical: releaseUrl(release.slug, entries.page) },
  }
}

export default async function ReleasePage(props: Props) {
  const { release, entries } = await findRelease(props)
  return (
    <SiteShell>
      <PageTitle title={release.name}>
        <CountText count={release.articleCount} noun="problem" /> fixed in this release, with the sentence that says so.{' '}
        <a href={RELEASES_URL}>All releases</a>
      </PageTitle>
      <ReleaseEntries entries={entries.items} />
      <Pagination {...entries} urlOf={(page) => releaseUrl(release.slug, page)} />
    </SiteShell>
  )
}

async function findRelease({ params, searchParams }: Props) {
  const { page } = await searchParams
  return getReleaseListing(index(), (await params).slug, parsePageNumber(page)) ?? notFound()
}
