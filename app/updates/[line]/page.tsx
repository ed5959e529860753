import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SiteShell } from '@/app/site-shell'
import { CompareForm } from '@/components/browse/compare-form'
import { LineNote } from '@/components/browse/line-note'
import { ProductMap } from '@/components/browse/product-map'
import { UpdateTable } from '@/components/browse/update-table'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { TitledSection } from '@/components/ui/titled-section'
import { index } from '@/lib/collection'
import { FEED_TYPE } from '@/lib/http/feed'
import { getLineDetails } from '@/lib/kb-index/read/line-details'
import { listProductLines } from '@/lib/kb-index/read/product-lines'
import { feedUrl, lineUrl } from '@/lib/urls'

type Props = PageProps<'/updates/[line]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, slug } = await findLine(params)
  return {
    title: name,
    description: `${name}: release date, build and replacement of every update.`,
    alternates: { canonical: lineUrl(slug), types: { [FEED_TYPE]: feedUrl(lineUrl(slug)) } },
  }
}

export default async function UpdateLinePage({ params }: Props) {
  const line = await findLine(params)
  const updates = line.steps.map(({ update }) => update)
  const product = listProductLines(index()).find(({ tracks }) => tracks.some(({ series }) => series.line === line.name))
  return (
    <SiteShell>
      <PageTitle title={line.name}>
        <CountText count={updates.length} noun="update" />
        {updates.length === 1 ? '. It applies' : ', newest first. They apply'} to this series only.
      </PageTitle>
      <LineNote line={line} />
      {product && <ProductMap product={product} line={line.name} />}
      <UpdateTable line={line} />
      {updates.length > 1 && (
        <div data-live>
          <TitledSection title="Compare two updates" className="mt-12 print:hidden">
            <CompareForm from="" to={String(updates.at(-1)?.number ?? '')} updates={updates} />
          </TitledSection>
        </div>
      )}
    </SiteShell>
  )
}

async function findLine(params: Props['params']) {
  return getLineDetails(index(), (await params).line) ?? notFound()
}
