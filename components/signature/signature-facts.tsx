import type { ReactNode } from 'react'
import { CountText } from '@/components/ui/count-text'
import type { SignaturePage, SignatureSummary } from '@/lib/kb/signature-page'
import { signatureUrl } from '@/lib/urls'

/** What a signature is: its public names, other spellings and related signatures. */
export function SignatureFacts({ signature }: { signature: SignaturePage }) {
  const { names, spellings, meaning, broader, related } = signature
  const hasFacts = names.length + spellings.length + related.length > 0 || broader !== undefined
  if (meaning === undefined && !hasFacts) return null
  return (
    <section aria-label="Meaning" className="mb-9 max-w-measure">
      {meaning && <p>{meaning}</p>}
      <dl className="m-0 mt-3 grid gap-x-6 gap-y-1.5 text-[0.9375rem] sm:grid-cols-[9.5rem_minmax(0,1fr)]">
        {names.length > 0 && (
          <Fact term={names.length === 1 ? 'Name' : 'Names'}>
            <Spellings texts={names} />
          </Fact>
        )}
        {spellings.length > 0 && (
          <Fact term="Also written">
            <Spellings texts={spellings} />
          </Fact>
        )}
        {broader && (
          <Fact term="From any source">
            <SignatureLink signature={broader} />
          </Fact>
        )}
        {related.map((other) => (
          <Fact key={other.id} term="See also">
            <SignatureLink signature={other} /> <span className="text-muted">{other.reason}</span>
          </Fact>
        ))}
      </dl>
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="m-0 mb-1 min-w-0 [overflow-wrap:anywhere] sm:mb-0">{children}</dd>
    </>
  )
}

function Spellings({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <code key={text} className="mr-3">
      {text}
    </code>
  ))
}

function SignatureLink({ signature: { id, label, articleCount } }: { signature: SignatureSummary }) {
  return (
    <>
      <a href={signatureUrl(id)}>{label}</a>, <CountText count={articleCount} noun="article" />.
    </>
  )
}
