import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { AtlasMargins } from '@/components/browse/atlas/atlas-margins'
import { AtlasView } from '@/components/browse/atlas/atlas-view'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { index } from '@/lib/collection'
import { getAtlas } from '@/lib/kb-index/read/atlas'
import { getCollectionSummary } from '@/lib/kb-index/read/collection-summary'
import { ATLAS_URL, PRODUCTS_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Atlas',
  description: 'The collection by product, year, kind and number.',
  alternates: { canonical: ATLAS_URL },
}

export default function AtlasPage() {
  const atlas = getAtlas(index())
  const { articleCount } = getCollectionSummary(index())
  return (
    <SiteShell>
      <PageTitle title="Atlas" gap="mb-5">
        <CountText count={articleCount} noun="article" /> by product and year.{' '}
        {atlas.undatedCount > 0 && (
          <>
            <CountText count={atlas.undatedCount} /> without a date are not in it.{' '}
          </>
        )}
        The largest families are shown; <a href={PRODUCTS_URL}>all products</a>
      </PageTitle>
      <div className="mb-12">{atlas.rows.length > 0 && <AtlasView atlas={atlas} />}</div>
      <AtlasMargins atlas={atlas} />
    </SiteShell>
  )
}
