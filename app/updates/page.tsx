import type { Metadata } from 'next'
import { LineCard } from '@/components/browse/line-card'
import { PageShell } from '@/components/layout/page-shell'
import { PageTitle } from '@/components/ui/page-title'
import { index } from '@/lib/collection'
import { listUpdateLines } from '@/lib/kb-index/read/relations'
import { UPDATES_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Update lines',
  description: 'Every line of updates that replace each other, with the latest of each.',
  alternates: { canonical: UPDATES_URL },
}

export default function UpdatesPage() {
  const lines = listUpdateLines(index())
  return (
    <PageShell>
      <PageTitle title="Update lines">
        {lines.length > 0
          ? 'In a line, each update replaces the one before it. Lines never mix: the latest of one says nothing about another.'
          : 'No article of this collection names a line of updates.'}
      </PageTitle>
      <div className="grid gap-5">
        {lines.map((line) => (
          <LineCard key={line.slug} line={line} heading="h2" hasTimeline />
        ))}
      </div>
    </PageShell>
  )
}
