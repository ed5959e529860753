import { EvidenceQuote } from '@/components/article/evidence-quote'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ReplacementEdge } from '@/lib/kb/updates/ledger'

/** More would hide what they are about. */
const MAX_SHOWN = 3

/** The sentences on which a notice rests, each once, and whether they are about a section alone. */
export function ReplacementEvidence({ evidence, here }: { evidence: readonly ReplacementEdge[]; here: KbNumber }) {
  const said = evidence.filter(
    ({ sentence }, place) => sentence !== undefined && place === evidence.findIndex((one) => one.sentence === sentence),
  )
  if (said.length === 0) return null
  return (
    <ul aria-label="Evidence" className="mt-2 mb-0 max-w-measure list-none space-y-1 p-0 text-sm text-muted">
      {said.slice(0, MAX_SHOWN).map((edge) => (
        <li key={`${edge.statedBy} ${edge.sentence}`} className="[overflow-wrap:anywhere]">
          {edge.part && <>Only the section “{edge.part}” is replaced. </>}
          <EvidenceQuote evidence={edge} here={here} />
        </li>
      ))}
      {said.length > MAX_SHOWN && <li>and {said.length - MAX_SHOWN} more</li>}
    </ul>
  )
}
