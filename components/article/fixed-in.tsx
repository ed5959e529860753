import type { ArticleReference } from '@/lib/kb/article'
import { formatKbNumber } from '@/lib/kb/kb-number'
import { articleUrl } from '@/lib/urls'
import { RailSection } from './rail-section'

interface Props {
  /** Updates that list the article among their fixes. */
  readonly updates: readonly ArticleReference[]
  /** Releases that the article itself names. */
  readonly releases: readonly string[]
}

/** The updates and releases that fix the problem. */
export function FixedIn({ updates, releases }: Props) {
  if (updates.length + releases.length === 0) return null
  return (
    <RailSection title="Fixed in">
      <ul className="m-0 list-none space-y-1 border-l-2 border-green p-0 pl-3.5 text-sm">
        {updates.map(({ number, title, summary }) => (
          <li key={number}>
            <a href={articleUrl(number)}>{formatKbNumber(number)}</a> {summary?.shortTitle ?? title}
          </li>
        ))}
        {releases.map((release) => (
          <li key={release}>
            {updates.length > 0 && <span className="text-muted">Also fixed in </span>}
            {release}
          </li>
        ))}
      </ul>
    </RailSection>
  )
}
