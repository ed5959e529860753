import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import type { SignatureSummary } from '@/lib/kb/signature-page'
import { signatureUrl } from '@/lib/urls'

/** Says that a search names an error code, event, file or the like, and leads to the articles that mention it. */
export function SignatureAnswer({ signature: { id, label, articleCount } }: { signature: SignatureSummary }) {
  return (
    <Notice label="Recognized in your search" tone="accent">
      <p>
        <strong className="[overflow-wrap:anywhere]">{label}</strong> appears in{' '}
        <a href={signatureUrl(id)}>
          <CountText count={articleCount} noun="article" />
        </a>
        .
      </p>
    </Notice>
  )
}
