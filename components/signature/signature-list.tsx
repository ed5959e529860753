import { CountedLinks } from '@/components/browse/counted-links'
import type { SignatureSummary } from '@/lib/kb/signatures/signature-page'
import { signatureUrl } from '@/lib/urls'

/** Signatures with their numbers of articles. */
export function SignatureList({ signatures }: { signatures: readonly SignatureSummary[] }) {
  return (
    <CountedLinks
      links={signatures.map(({ id, label, articleCount }) => ({ url: signatureUrl(id), name: label, articleCount }))}
    />
  )
}
