import { Badge } from '@/components/ui/badge'
import type { ArticleState } from '@/lib/kb/articles/article'
import type { ArticleKind, Provenance } from '@/lib/kb/articles/article-kinds'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { STATE_WORDS } from './state-words'
import { nameLastUpdate } from './supersedence/name-last-update'
import { nameNewest } from './supersedence/name-newest'

interface Props {
  readonly state: ArticleState
  readonly kind?: ArticleKind
  readonly provenance?: Provenance
  /** The short name of the series that it is the last update of. */
  readonly seriesName?: string
  /** The newest article that replaces it. */
  readonly currentArticle?: KbNumber
  /** The update that fixes the problem. */
  readonly fixedIn?: KbNumber
}

/** Only what nothing newer is known for is green. */
const TONES: Partial<Record<ArticleState, 'green' | 'plain'>> = { latest: 'green', 'last-of-line': 'plain' }

/** Says in a few words whether newer articles replace this one, and whether its text is a reconstruction. */
export function StateBadge({ provenance, ...props }: Props) {
  const badge = standingBadge(props)
  if (provenance !== 'reconstructed') return badge
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {badge}
      <Badge tone="hollow">Reconstructed</Badge>
    </span>
  )
}

function standingBadge({ state, kind, seriesName, currentArticle, fixedIn }: Omit<Props, 'provenance'>) {
  if (state === 'no-replacement-known')
    return fixedIn ? <Badge tone="green">Fixed in {formatKbNumber(fixedIn)}</Badge> : null
  const hasLatest = currentArticle && (state === 'superseded' || state === 'superseded-by-unknown')
  return (
    <Badge tone={TONES[state] ?? 'amber'}>
      {state === 'last-of-line' ? nameLastUpdate({ kind, seriesName }) : STATE_WORDS[state]}
      {hasLatest && ` · ${nameNewest(kind)}: ${formatKbNumber(currentArticle)}`}
    </Badge>
  )
}
