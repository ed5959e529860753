import type { ArticleChange } from '@/lib/kb/articles/edition'
import { formatKbNumber, hasKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleChangesUrl, CHANGES_URL, feedUrl } from '@/lib/urls'
import { atomDocument } from './feed'
import { dateToTime, escapeXml } from './xml'

interface EditionFeed {
  /** The scheme and host of this site. */
  readonly origin: string
  /** The name of the site. */
  readonly site: string
  /** Newest first. */
  readonly changes: readonly ArticleChange[]
  readonly modified: Date
}

/** Builds an Atom feed (RFC 4287) of articles whose text changed. */
export function editionFeed({ origin, site, changes, modified }: EditionFeed): string {
  const [newest] = changes
  return atomDocument({
    origin,
    title: `${site}: changed articles`,
    author: site,
    path: feedUrl(CHANGES_URL),
    page: CHANGES_URL,
    updated: newest ? dateToTime(newest.day) : modified.toISOString(),
    entries: changes.map((change) => entryOf(change, origin)).join(''),
  })
}

function entryOf({ article, number, day, before, added = 0, removed = 0 }: ArticleChange, origin: string): string {
  const url = origin + articleChangesUrl(number, { from: before, to: day })
  const title = hasKbNumber(number)
    ? `${formatKbNumber(number)} has changed: ${article.title}`
    : `Changed: ${article.title}`
  return `<entry>
<id>${escapeXml(url)}</id>
<title>${escapeXml(title)}</title>
<updated>${dateToTime(day)}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>
<summary>Words added: ${added}. Words removed: ${removed}. The edition before is of ${before}.</summary>
</entry>
`
}
