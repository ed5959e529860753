import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import type { SignatureSummary } from '@/lib/kb/signature-page'
import { signatureUrl } from '@/lib/urls'

/** Says that a search names error codes, events, files or the like, and leads to the articles that mention them. */
export function SignatureAnswer({ signatures }: { signatures: readonly SignatureSummary[] }) {
  return (
    <Notice label="Recognized in your search" tone="accent">
      {signatures.map(({ id, label, articleCount }) => (
        <p key={id}>
          <strong className="[overflow-wrap:anywhere]">{label}</strong> appears in{' '}
          <a href={signatureUrl(id)}>
            <CountText count={articleCount} noun="article" />
          </a>
          .
        </p>
      ))}
    </Notice>
  )
}
