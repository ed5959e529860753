import { CountedLinks } from '@/components/ui/counted-links'
import type { SignatureSummary } from '@/lib/kb/signature-page'
import { signatureUrl } from '@/lib/urls'

export function SignatureLinks({ signatures }: { signatures: readonly SignatureSummary[] }) {
  return (
    <CountedLinks
      links={signatures.map(({ id, label, articleCount }) => ({ url: signatureUrl(id), name: label, articleCount }))}
    />
  )
}
