import { answerText } from '@/app/answer-text'
import { getModified, index, site } from '@/lib/collection'
import { atomFeed, FEED_TYPE } from '@/lib/http/feed'
import { listChanges } from '@/lib/kb-index/read/lists/changes'
import { getUpdateLine } from '@/lib/kb-index/read/relations'
import { feedUrl, lineUrl } from '@/lib/urls'

/** The new updates of one series, and what they replace. */
export async function GET(request: Request, { params }: RouteContext<'/updates/[line]/feed.xml'>): Promise<Response> {
  const { line: slug } = await params
  return answerText(request, FEED_TYPE, (origin) => {
    const line = getUpdateLine(index(), slug)
    return (
      line &&
      atomFeed({
        origin,
        author: site().name,
        title: `${line.name}: new and replaced updates`,
        path: feedUrl(lineUrl(slug)),
        page: lineUrl(slug),
        changes: listChanges(index(), { line: slug }),
        modified: getModified(),
      })
    )
  })
}
