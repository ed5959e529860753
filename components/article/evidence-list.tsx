import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Evidence } from '@/lib/kb/updates/ledger'
import { EvidenceQuote } from './evidence-quote'

interface Props {
  /** `part` names the section that alone is replaced. */
  readonly evidence: readonly (Evidence & { readonly part?: string })[]
  /** The article that is being read, which does not have to be named. */
  readonly here: KbNumber
  /** How many sentences are shown. */
  readonly limit: number
  readonly className?: string
}

/** The sentences that prove a fact, each once. */
export function EvidenceList({ evidence, here, limit, className }: Props) {
  const quoted = distinctSentences(evidence)
  if (quoted.length === 0) return null
  return (
    <ul aria-label="Evidence" className={`m-0 list-none p-0 text-sm text-muted ${className ?? ''}`}>
      {quoted.slice(0, limit).map((one) => (
        <li key={`${one.statedBy} ${one.sentence}`} className="[overflow-wrap:anywhere]">
          {one.part && <>Only the section “{one.part}” is replaced. </>}
          <EvidenceQuote evidence={one} here={here} />
        </li>
      ))}
      {quoted.length > limit && <li>and {quoted.length - limit} more</li>}
    </ul>
  )
}

/** Leaves out what has no sentence, and repetitions. */
export function distinctSentences<Item extends Evidence>(evidence: readonly Item[]): readonly Item[] {
  return evidence.filter(
    ({ sentence }, index) => sentence !== undefined && index === evidence.findIndex((one) => one.sentence === sentence),
  )
}
