import { answerText } from '@/app/answer-text'
import { getModified, index, site } from '@/lib/collection'
import { editionFeed } from '@/lib/http/edition-feed'
import { FEED_TYPE } from '@/lib/http/feed'
import { listArticleChanges } from '@/lib/kb-index/read/editions/list-editions'

/** Articles whose text changed from one edition to the next, newest first. */
export function GET(request: Request): Promise<Response> {
  return answerText(request, FEED_TYPE, (origin) =>
    editionFeed({ origin, site: site().name, changes: listArticleChanges(index(), 1).items, modified: getModified() }),
  )
}
