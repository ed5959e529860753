import { CountText } from '@/components/ui/count-text'
import type { FoundSignature } from '@/lib/check/verdict'
import { signatureUrl } from '@/lib/urls'

/** The codes and events in a text, each with the number of articles that mention it. */
export function SignatureChips({ signatures }: { signatures: readonly FoundSignature[] }) {
  if (signatures.length === 0) return null
  return (
    <ul aria-label="Codes and events found" className="m-0 mb-5 flex list-none flex-wrap gap-2.5 p-0">
      {signatures.map(({ id, label, meanings, articleCount }) => (
        <li key={id} className="rounded-lg border border-accent-line bg-accent-wash px-3 py-1.5 text-sm">
          {articleCount > 0 ? (
            <a href={signatureUrl(id)} className="font-semibold">
              {label}
            </a>
          ) : (
            <span className="font-semibold">{label}</span>
          )}
          {meanings.length > 0 && <span className="text-muted"> {meanings.map(withoutFullStop).join(' · ')} ·</span>}{' '}
          <span className="whitespace-nowrap text-muted">
            {articleCount > 0 ? (
              <>
                in <CountText count={articleCount} noun="article" />
              </>
            ) : (
              'no articles'
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function withoutFullStop(meaning: string): string {
  return meaning.replace(/\.$/, '')
}
