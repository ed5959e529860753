import type { Metadata } from 'next'
import { PageShell } from '@/components/layout/page-shell'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { index } from '@/lib/collection'
import type { ReleaseSummary } from '@/lib/kb/updates/ledger'
import { listReleases } from '@/lib/kb-index/read/releases'
import { RELEASES_URL, releaseUrl } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Releases',
  description: 'Every release that articles name as the one with the fix, with its number of articles.',
  alternates: { canonical: RELEASES_URL },
}

export default function ReleasesPage() {
  const families = groupByFamily(listReleases(index()))
  return (
    <PageShell>
      <PageTitle title="Releases">
        {families.length > 0
          ? 'What each service pack and version fixes, as the articles about the problems and the lists of fixes say.'
          : 'No article of this collection names a release that fixes its problem.'}
      </PageTitle>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {families.map(([family, releases]) => (
          <section key={family} aria-label={family}>
            <h2 className="mb-1 font-[640]">{family}</h2>
            <ul className="m-0 list-none p-0">
              {releases.map(({ slug, name, articleCount }) => (
                <li key={slug} className="flex items-baseline justify-between gap-4 border-b border-line py-2">
                  <a href={releaseUrl(slug)} className="min-w-0 quiet-link">
                    {name === family ? 'The release itself' : name.slice(family.length + 1)}
                    <span className="sr-only"> of {family}</span>
                  </a>
                  <span className="flex-none text-sm text-muted">
                    <CountText count={articleCount} noun="article" />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </PageShell>
  )
}

function groupByFamily(releases: readonly ReleaseSummary[]): [string, readonly ReleaseSummary[]][] {
  const families = new Map<string, ReleaseSummary[]>()
  for (const release of releases) families.set(release.family, [...(families.get(release.family) ?? []), release])
  return [...families]
}
