import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { CountedLinks } from '@/components/ui/counted-links'
import { PageTitle } from '@/components/ui/page-title'
import { index } from '@/lib/collection'
import type { ReleaseSummary } from '@/lib/kb/updates/ledger'
import { listReleases } from '@/lib/kb-index/read/releases'
import { RELEASES_URL, releaseUrl } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Releases',
  description: 'All releases with fixes, with article counts.',
  alternates: { canonical: RELEASES_URL },
}

export default function ReleasesPage() {
  const families = groupByFamily(listReleases(index()))
  return (
    <SiteShell>
      <PageTitle title="Releases">
        {families.length > 0
          ? 'What each release fixes, according to its articles and fix lists.'
          : 'No article here names a release with a fix.'}
      </PageTitle>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {families.map(([family, releases]) => (
          <section key={family} aria-label={family}>
            <h2 className="mb-1 font-[640]">{family}</h2>
            <CountedLinks
              layout="list"
              links={releases.map(({ slug, name, articleCount }) => ({
                url: releaseUrl(slug),
                name: (
                  <>
                    {name === family ? 'Original release' : name.slice(family.length + 1)}
                    <span className="sr-only"> of {family}</span>
                  </>
                ),
                articleCount,
              }))}
            />
          </section>
        ))}
      </div>
    </SiteShell>
  )
}

function groupByFamily(releases: readonly ReleaseSummary[]): [string, readonly ReleaseSummary[]][] {
  const families = new Map<string, ReleaseSummary[]>()
  for (const release of releases) families.set(release.family, [...(families.get(release.family) ?? []), release])
  return [...families]
}
