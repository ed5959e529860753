import { KIND_LABELS } from '@/components/article/kind-label'
import { Notice } from '@/components/ui/notice'
import type { Supersedence } from '@/lib/kb/article-page'
import type { ArticleState, ArticleSummary } from '@/lib/kb/articles/article'
import { isInstallable } from '@/lib/kb/articles/front-matter'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ReplacementEdge } from '@/lib/kb/updates/ledger'
import { LineTimeline } from './line-timeline'
import { ReplacementEvidence } from './replacement-evidence'
import { Successors } from './successors'

const HEADINGS: Readonly<Record<ArticleState, string>> = {
  superseded: 'Superseded.',
  'superseded-by-unknown': 'Superseded.',
  'partly-superseded': 'Partly superseded.',
  withdrawn: 'Withdrawn.',
  latest: 'Latest of its line.',
  current: '',
}

interface Props {
  readonly summary: ArticleSummary
  readonly supersedence: Supersedence
}

/** Says what replaces the article, what is the latest and how to obtain it; nothing where nothing is known. */
export function SupersedenceNotice({ summary, supersedence }: Props) {
  const { state, line, evidence } = supersedence
  const contradictions = evidence.filter((edge) => edge.state === 'contradicted')
  if (state === 'current' && !line && contradictions.length === 0) return null
  const isWarning = state !== 'latest' && state !== 'current'
  const isReplaced = state === 'superseded' || state === 'superseded-by-unknown' || state === 'withdrawn'
  return (
    <Notice label="Supersedence" tone={isWarning ? 'amber' : 'plain'}>
      <p>
        <strong className={isWarning ? 'text-amber' : 'text-green'}>
          {state === 'latest' && <span aria-hidden="true">✓ </span>}
          {HEADINGS[state]}
        </strong>{' '}
        {isReplaced && summary.kind && isInstallable(summary.kind) && (
          <>Do not install this {KIND_LABELS[summary.kind].toLowerCase()}. </>
        )}
        {supersedence.withdrawn}
        {state === 'latest' && line && `Nothing newer replaces it in ${line.name}.`}
        {state === 'current' && line && `It belongs to ${line.name}. `}
        {contradictions.length > 0 && <Contradiction numbers={numbersOf(contradictions)} />}
      </p>
      <p>
        <Successors supersedence={supersedence} />
      </p>
      {(isWarning || contradictions.length > 0) && <ReplacementEvidence evidence={evidence} here={summary.number} />}
      {line && line.updates.length > 1 && (
        <LineTimeline line={line} here={summary.number} tone={isWarning ? 'amber' : 'plain'} />
      )}
    </Notice>
  )
}

/** Each of these says that it replaces another of them, so that none can be believed. */
function Contradiction({ numbers }: { numbers: readonly KbNumber[] }) {
  return (
    <>
      <strong>The sources contradict each other.</strong> {numbers.map(formatKbNumber).join(' and ')} are each said to
      replace the other, and neither is shown as superseded.
    </>
  )
}

function numbersOf(edges: readonly ReplacementEdge[]): KbNumber[] {
  const numbers = edges.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to]))
  return [...new Set(numbers)].sort((a, b) => a - b)
}
