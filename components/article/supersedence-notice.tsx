import { Notice } from '@/components/ui/notice'
import type { ArticleState, ArticleSummary, Supersedence } from '@/lib/kb/article'
import type { ArticleKind } from '@/lib/kb/front-matter'
import { KIND_LABELS } from './kind-label'
import { LineTimeline } from './line-timeline'
import { Successors } from './successors'

const HEADINGS: Readonly<Record<ArticleState, string>> = {
  superseded: 'Superseded.',
  'superseded-by-unknown': 'Superseded.',
  'partly-superseded': 'Partly superseded.',
  withdrawn: 'Withdrawn.',
  latest: 'Latest of its line.',
  current: '',
}

/** The kinds that a reader installs; of the others she only needs to know what is newer. */
const INSTALLED: readonly (ArticleKind | undefined)[] = ['update-rollup', 'service-pack', 'hotfix', 'security-update']

interface Props {
  readonly summary: ArticleSummary
  readonly supersedence: Supersedence
}

/** Says what replaces the article, what is the latest and how to obtain it; nothing where nothing is known. */
export function SupersedenceNotice({ summary, supersedence }: Props) {
  const { state, line, evidence } = supersedence
  if (state === 'current' && !line) return null
  const isWarning = state !== 'latest' && state !== 'current'
  const isReplaced = state === 'superseded' || state === 'superseded-by-unknown' || state === 'withdrawn'
  return (
    <Notice label="Supersedence" tone={isWarning ? 'amber' : 'plain'}>
      <p>
        <strong className={isWarning ? 'text-amber' : 'text-green'}>
          {state === 'latest' && <span aria-hidden="true">✓ </span>}
          {HEADINGS[state]}
        </strong>{' '}
        {isReplaced && summary.kind && INSTALLED.includes(summary.kind) && (
          <>Do not install this {KIND_LABELS[summary.kind].toLowerCase()}. </>
        )}
        {supersedence.withdrawn}
        {state === 'latest' && line && `Nothing newer replaces it in ${line.name}.`}
        {state === 'current' && line && `It belongs to ${line.name}.`}
      </p>
      <p>
        <Successors supersedence={supersedence} />
      </p>
      {isWarning && evidence && <p className="text-sm text-muted">{evidence}</p>}
      {line && line.updates.length > 1 && (
        <LineTimeline line={line} here={summary.number} tone={isWarning ? 'amber' : 'plain'} />
      )}
    </Notice>
  )
}
