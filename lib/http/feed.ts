import type { Change } from '@/lib/kb/articles/change'
import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'
import { dateToTime, escapeXml } from './xml'

export const FEED_TYPE = 'application/atom+xml'

interface Feed {
  /** The scheme and host of this site. */
  readonly origin: string
  readonly title: string
  /** The name of the site. */
  readonly author: string
  /** The paths of the feed and of the page that it is about. */
  readonly path: string
  readonly page: string
  /** Newest first. */
  readonly changes: readonly Change[]
  /** The time of the feed if it has no change. */
  readonly modified: Date
}

/** Builds an Atom feed (RFC 4287) of what is new and what was replaced. */
export function atomFeed({ origin, title, author, path, page, changes, modified }: Feed): string {
  const [newest] = changes
  return atomDocument({
    origin,
    title,
    author,
    path,
    page,
    updated: newest ? dateToTime(newest.date) : modified.toISOString(),
    entries: changes.map((change) => entryOf(change, origin)).join(''),
  })
}

interface AtomDocument extends Pick<Feed, 'origin' | 'title' | 'author' | 'path' | 'page'> {
  /** The time of the newest entry, in the form of RFC 3339. */
  readonly updated: string
  readonly entries: string
}

/** Puts entries into an Atom document. */
export function atomDocument({ origin, title, author, path, page, updated, entries }: AtomDocument): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${escapeXml(origin + path)}</id>
<title>${escapeXml(title)}</title>
<updated>${updated}</updated>
<author><name>${escapeXml(author)}</name></author>
<link rel="self" type="${FEED_TYPE}" href="${escapeXml(origin + path)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(origin + page)}"/>
${entries}</feed>
`
}

function entryOf({ article, date, replacedBy }: Change, origin: string): string {
  const url = origin + articleUrl(article.number)
  const name = nameOf(article.number)
  const [id, title, text] = replacedBy
    ? [
        `${url}#replaced-by-${replacedBy.number}`,
        `${name} has been replaced by ${nameOf(replacedBy.number)}`,
        `${article.title}. Use ${nameOf(replacedBy.number)} instead: ${replacedBy.title} ${origin + articleUrl(replacedBy.number)}`,
      ]
    : [url, hasKbNumber(article.number) ? `${name}: ${article.title}` : article.title, article.products.join(', ')]
  return `<entry>
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<updated>${dateToTime(date)}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>
<summary>${escapeXml(text)}</summary>
</entry>
`
}

function nameOf(number: KbNumber): string {
  return formatKbNumber(number)
}
