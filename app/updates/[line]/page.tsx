import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { UpdateTable } from '@/components/browse/update-table'
import { PageShell } from '@/components/layout/page-shell'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { getUpdateLine } from '@/lib/articles'
import { lineUrl } from '@/lib/urls'

interface Props {
  readonly params: Promise<{ line: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, slug } = await findLine(params)
  return {
    title: name,
    description: `${name}: what replaced what, when, and with which build.`,
    alternates: { canonical: lineUrl(slug) },
  }
}

export default async function UpdateLinePage({ params }: Props) {
  const { name, updates } = await findLine(params)
  return (
    <PageShell>
      <PageTitle title={name}>
        <CountText count={updates.length} noun="update" />, the newest first. Each replaces the one below it.
      </PageTitle>
      <UpdateTable updates={updates} />
    </PageShell>
  )
}

async function findLine(params: Props['params']) {
  return (await getUpdateLine((await params).line)) ?? notFound()
}
