import { StateBadge } from '@/components/article/state-badge'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

/** The state of a hit, with a link to the article that the badge names. */
export function StateLink({ article, fixedIn }: { article: ArticleSummary; fixedIn?: KbNumber }) {
  const { state, currentArticle } = article
  const badge = <StateBadge {...article} fixedIn={fixedIn} />
  const target = currentArticle ?? (state === 'no-replacement-known' ? fixedIn : undefined)
  if (target === undefined) return badge
  return (
    <a href={articleUrl(target)} className="rounded-full quiet-link">
      {badge}
    </a>
  )
}
