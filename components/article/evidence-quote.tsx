import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Evidence } from '@/lib/kb/updates/ledger'
import { articleUrl } from '@/lib/urls'

/** A sentence that proves a fact, and the article that says it, if that is another one than `here`. */
export function EvidenceQuote({ evidence, here }: { evidence: Evidence; here?: KbNumber }) {
  const { statedBy, sentence, isQuote, section } = evidence
  const isOther = statedBy !== here
  if (sentence === undefined) {
    return isOther && <a href={articleUrl(statedBy)}>{formatKbNumber(statedBy)}</a>
  }
  return (
    <>
      {isOther && (
        <>
          <a href={articleUrl(statedBy)}>{formatKbNumber(statedBy)}</a>
          {isQuote ? ' says: ' : ': '}
        </>
      )}
      {isQuote ? <q cite={articleUrl(statedBy)}>{sentence}</q> : sentence}
      {isQuote && isOther && section && <span className="sr-only"> Under {section}.</span>}
    </>
  )
}
