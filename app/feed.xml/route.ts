import { answerText } from '@/app/answer-text'
import { getModified, index, site } from '@/lib/collection'
import { atomFeed, FEED_TYPE } from '@/lib/http/feed'
import { listChanges } from '@/lib/kb-index/read/lists/changes'
import { feedUrl } from '@/lib/urls'

/** What is new in the collection, and what was replaced. */
export function GET(request: Request): Promise<Response> {
  return answerText(request, FEED_TYPE, (origin) =>
    atomFeed({
      origin,
      title: `${site().name}: new and replaced articles`,
      author: site().name,
      path: feedUrl('/'),
      page: '/',
      changes: listChanges(index()),
      modified: getModified(),
    }),
  )
}
