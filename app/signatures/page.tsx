import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { KIND_TITLES } from '@/components/signature/kind-titles'
import { SignatureLinks } from '@/components/signature/signature-links'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { TitledSection } from '@/components/ui/titled-section'
import { index } from '@/lib/collection'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { isSignatureKind, type SignatureKind } from '@/lib/kb/signatures/signature-kind'
import { listSignatureKinds, listSignatures } from '@/lib/kb-index/read/signatures'
import { SIGNATURES_URL, signatureKindUrl } from '@/lib/urls'

type Props = PageProps<'/signatures'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { kind, page } = await searchParams
  if (!isSignatureKind(kind)) {
    return {
      title: 'Error codes, events and files',
      description: 'Error codes, events and files, with the articles that mention them.',
      alternates: { canonical: SIGNATURES_URL },
    }
  }
  const shown = parsePageNumber(page)
  const title = KIND_TITLES[kind].many
  return {
    title: shown > 1 ? `${title}, page ${shown}` : title,
    alternates: { canonical: signatureKindUrl(kind, shown) },
  }
}

export default async function SignaturesPage({ searchParams }: Props) {
  const { kind, page } = await searchParams
  return (
    <SiteShell>{isSignatureKind(kind) ? <OneKind kind={kind} page={parsePageNumber(page)} /> : <AllKinds />}</SiteShell>
  )
}

function AllKinds() {
  const kinds = listSignatureKinds(index())
  return (
    <>
      <PageTitle title="Error codes, events and files">
        {kinds.length === 0
          ? 'None found in this collection.'
          : 'Error codes, events and files, with the articles that mention them. You can search for them in any notation.'}
      </PageTitle>
      {kinds.map(({ kind, signatures: { items, itemCount } }) => (
        <TitledSection key={kind} title={KIND_TITLES[kind].many} className="mb-11" gap="mb-2">
          <SignatureLinks signatures={items} />
          {itemCount > items.length && (
            <p className="mt-2.5 text-[0.9375rem]">
              <a href={signatureKindUrl(kind)} aria-label={`All ${KIND_TITLES[kind].many.toLowerCase()}`}>
                All {itemCount.toLocaleString('en-US')}
              </a>
            </p>
          )}
        </TitledSection>
      ))}
    </>
  )
}

function OneKind({ kind, page }: { kind: SignatureKind; page: number }) {
  const { signatures } = listSignatures(index(), kind, page)
  return (
    <>
      <PageTitle title={KIND_TITLES[kind].many}>
        {signatures.itemCount === 0 ? 'None found in this collection.' : 'Most mentioned first.'}{' '}
        <a href={SIGNATURES_URL}>All kinds</a>
      </PageTitle>
      <SignatureLinks signatures={signatures.items} />
      <Pagination {...signatures} urlOf={(shown) => signatureKindUrl(kind, shown)} />
    </>
  )
}
