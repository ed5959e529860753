import { Badge } from '@/components/ui/badge'
import type { ArticleState } from '@/lib/kb/articles/article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'

interface Props {
  readonly state: ArticleState
  /** The newest article that replaces it. */
  readonly currentArticle?: KbNumber
  /** The update that fixes the problem. */
  readonly fixedIn?: KbNumber
}

/** Says in a few words whether newer articles replace this one; nothing if no replacement is known. */
export function StateBadge({ state, currentArticle, fixedIn }: Props) {
  switch (state) {
    case 'superseded':
    case 'superseded-by-unknown':
      return (
        <Badge tone="amber">
          {currentArticle ? `Superseded · Latest: ${formatKbNumber(currentArticle)}` : 'Superseded'}
        </Badge>
      )
    case 'partly-superseded':
      return <Badge tone="amber">Partly superseded</Badge>
    case 'withdrawn':
      return <Badge tone="amber">Withdrawn</Badge>
    case 'latest':
      return <Badge tone="green">Latest</Badge>
    case 'current':
      return fixedIn ? <Badge tone="green">Fixed in {formatKbNumber(fixedIn)}</Badge> : null
  }
}
