import { EvidenceList } from '@/components/article/evidence-list'
import { KIND_LABELS } from '@/components/article/kind-label'
import { STATE_WORDS } from '@/components/article/state-words'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import type { Supersedence } from '@/lib/kb/article-page'
import { type ArticleSummary, isNewestOfLine } from '@/lib/kb/articles/article'
import { isInstallable } from '@/lib/kb/articles/article-kinds'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ReplacementEdge } from '@/lib/kb/updates/ledger'
import { LineTimeline } from './line-timeline'
import { nameLastUpdate } from './name-last-update'
import { NewerForProduct } from './newer-for-product'
import { Successors } from './successors'

/** More sentences would hide what they are about. */
const MAX_SENTENCES = 3

interface Props {
  readonly summary: ArticleSummary
  readonly supersedence: Supersedence
  /** No source states the successor: it was concluded. */
  readonly isDerived: boolean
}

/** Says what replaces the article, which is the latest and how to get it; nothing if no replacement is known. */
export function SupersedenceNotice({ summary, supersedence, isDerived }: Props) {
  const { state, line, evidence, newerForProduct } = supersedence
  const contradictions = evidence.filter((edge) => edge.state === 'contradicted')
  if (state === 'no-replacement-known' && !line && contradictions.length === 0) return null
  const isWarning = !isNewestOfLine(state) && state !== 'no-replacement-known'
  const tone = isWarning || newerForProduct ? 'amber' : 'plain'
  const isReplaced = state === 'superseded' || state === 'superseded-by-unknown' || state === 'withdrawn'
  return (
    <Notice label="Supersedence" tone={tone}>
      <p>
        <strong className={isWarning ? 'text-amber' : 'text-green'}>
          {state === 'latest' && <span aria-hidden="true">✓ </span>}
          {state === 'latest' ? 'Latest in its series.' : isWarning && `${STATE_WORDS[state]}.`}
        </strong>{' '}
        {isReplaced && summary.kind && isInstallable(summary.kind) && (
          <>Do not install this {KIND_LABELS[summary.kind].toLowerCase()}. </>
        )}
        {supersedence.withdrawn}
        {state === 'latest' && line && `The newest update in ${line.name}.`}
        {state === 'last-of-line' && <strong className="text-muted">{nameLastUpdate(summary)}.</strong>}
        {state === 'no-replacement-known' && line && `Part of ${line.name}. `}
        {contradictions.length > 0 && <Contradiction numbers={numbersOf(contradictions)} />}
      </p>
      {newerForProduct && (
        <p>
          <NewerForProduct newer={newerForProduct} />
        </p>
      )}
      <p>
        <Successors supersedence={supersedence} />{' '}
        {isDerived && <Badge tone="hollow">Derived, not stated by the source</Badge>}
      </p>
      {(isWarning || contradictions.length > 0) && (
        <EvidenceList
          evidence={evidence}
          here={summary.number}
          limit={MAX_SENTENCES}
          className="mt-2 max-w-measure space-y-1"
        />
      )}
      {line && line.updates.length > 1 && <LineTimeline line={line} here={summary.number} tone={tone} />}
    </Notice>
  )
}

function Contradiction({ numbers }: { numbers: readonly KbNumber[] }) {
  return (
    <>
      <strong>Sources conflict.</strong> {numbers.map(formatKbNumber).join(' and ')} each claim to replace the other, so
      neither is marked as superseded.
    </>
  )
}

function numbersOf(edges: readonly ReplacementEdge[]): KbNumber[] {
  const numbers = edges.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to]))
  return [...new Set(numbers)].sort((a, b) => a - b)
}
