import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CompareForm } from '@/components/browse/compare-form'
import { LineDrawing } from '@/components/browse/line-drawing'
import { UpdateTable } from '@/components/browse/update-table'
import { PageShell } from '@/components/layout/page-shell'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { TitledSection } from '@/components/ui/titled-section'
import { index } from '@/lib/collection'
import { getLineDetails } from '@/lib/kb-index/read/line-details'
import { lineUrl } from '@/lib/urls'

type Props = PageProps<'/updates/[line]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, slug } = await findLine(params)
  return {
    title: name,
    description: `${name}: release date, build and replacement of every update.`,
    alternates: { canonical: lineUrl(slug) },
  }
}

export default async function UpdateLinePage({ params }: Props) {
  const line = await findLine(params)
  const updates = line.steps.map(({ update }) => update)
  return (
    <PageShell>
      <PageTitle title={line.name}>
        <CountText count={updates.length} noun="update" />
        {updates.length === 1 ? '. It applies' : ', newest first. They apply'} to this series only.
      </PageTitle>
      <LineDrawing line={line} />
      <UpdateTable line={line} />
      {updates.length > 1 && (
        <TitledSection title="Compare two updates" className="mt-12 print:hidden">
          <CompareForm from="" to={String(updates.at(-1)?.number ?? '')} updates={updates} />
        </TitledSection>
      )}
    </PageShell>
  )
}

async function findLine(params: Props['params']) {
  return getLineDetails(index(), (await params).line) ?? notFound()
}
