import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { LineCards } from '@/components/browse/line-cards'
import { PageTitle } from '@/components/ui/page-title'
import { index } from '@/lib/collection'
import { listProductLines } from '@/lib/kb-index/read/product-lines'
import { listUpdateLines } from '@/lib/kb-index/read/relations'
import { RELEASES_URL, UPDATES_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Update series',
  description: 'All update series, with the latest update in each.',
  alternates: { canonical: UPDATES_URL },
}

export default function UpdatesPage() {
  const lines = listUpdateLines(index())
  return (
    <SiteShell>
      <PageTitle title="Update series">
        {lines.length > 0 ? (
          'Each update in a series replaces the one before it. Updates for one service pack do not apply to another.'
        ) : (
          <>
            This collection has no update series. See <a href={RELEASES_URL}>Releases</a> instead.
          </>
        )}
      </PageTitle>
      <LineCards lines={lines} products={listProductLines(index())} form="long" />
    </SiteShell>
  )
}
