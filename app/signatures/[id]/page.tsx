import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SiteShell } from '@/app/site-shell'
import { KIND_TITLES } from '@/components/signature/kind-titles'
import { SignatureView } from '@/components/signature/signature-view'
import { PageTitle } from '@/components/ui/page-title'
import { getSignature } from '@/lib/collection'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { signatureKindUrl, signatureUrl } from '@/lib/urls'

type Props = PageProps<'/signatures/[id]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, kind, label, articles } = await findSignature(props)
  return {
    title: articles.page > 1 ? `${label}, page ${articles.page}` : label,
    description: `${KIND_TITLES[kind].one} ${label}: what it means and which articles mention it.`,
    alternates: { canonical: signatureUrl(id, articles.page) },
  }
}

export default async function SignaturePage(props: Props) {
  const signature = await findSignature(props)
  return (
    <SiteShell>
      <PageTitle title={signature.label}>
        <a href={signatureKindUrl(signature.kind)} className="quiet-link">
          {KIND_TITLES[signature.kind].many}
        </a>
      </PageTitle>
      <SignatureView signature={signature} />
    </SiteShell>
  )
}

async function findSignature({ params, searchParams }: Props) {
  const { page } = await searchParams
  return getSignature((await params).id, parsePageNumber(page)) ?? notFound()
}
