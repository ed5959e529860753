import { StateBadge } from '@/components/article/state-badge'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

/** How a hit stands towards newer articles; the one that it names is a step away. */
export function StateLink({
  article: { state, currentArticle },
  fixedIn,
}: {
  article: ArticleSummary
  fixedIn?: KbNumber
}) {
  const badge = <StateBadge state={state} currentArticle={currentArticle} fixedIn={fixedIn} />
  const target = currentArticle ?? (state === 'current' ? fixedIn : undefined)
  if (target === undefined) return badge
  return (
    <a href={articleUrl(target)} className="rounded-full quiet-link">
      {badge}
    </a>
  )
}
