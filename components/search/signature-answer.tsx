import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import type { SignatureKind } from '@/lib/kb/signatures/signature-kind'
import type { SignatureSummary } from '@/lib/kb/signatures/signature-page'
import { signatureUrl } from '@/lib/urls'

/** What each kind of signature is, said of one. */
const KIND_NAMES: Readonly<Record<SignatureKind, string>> = {
  code: 'an error code',
  error: 'an error number',
  stop: 'a stop error',
  event: 'an event',
  message: 'a message of a tool',
  bulletin: 'a security bulletin',
  file: 'a file',
  version: 'a version',
}

/** Says that a search names an error code, event, file or the like, and leads to every article that mentions it. */
export function SignatureAnswer({ signature: { id, kind, label, articleCount } }: { signature: SignatureSummary }) {
  return (
    <Notice label="What the search names" tone="accent">
      <p>
        <strong className="[overflow-wrap:anywhere]">{label}</strong> is {KIND_NAMES[kind]}:{' '}
        <a href={signatureUrl(id)}>
          <CountText count={articleCount} noun="article" /> {articleCount === 1 ? 'mentions' : 'mention'} it
        </a>
        .
      </p>
    </Notice>
  )
}
