import { CountText } from '@/components/ui/count-text'
import type { SignatureSummary } from '@/lib/kb/signature-page'
import { signatureUrl } from '@/lib/urls'

/** Signatures with their numbers of articles, in as many columns as fit. */
export function SignatureList({ signatures }: { signatures: readonly SignatureSummary[] }) {
  return (
    <ul className="m-0 grid list-none grid-cols-1 gap-x-10 p-0 sm:grid-cols-2 lg:grid-cols-3">
      {signatures.map(({ id, label, articleCount }) => (
        <li key={id} className="flex items-baseline justify-between gap-4 border-b border-line py-2">
          <a href={signatureUrl(id)} className="min-w-0 quiet-link [overflow-wrap:anywhere]">
            {label}
          </a>
          <span className="flex-none text-sm text-muted">
            <CountText count={articleCount} noun="article" />
          </span>
        </li>
      ))}
    </ul>
  )
}
