import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'
import { listReleases } from '@/lib/kb-index/read/releases'
import { releaseUrl } from '@/lib/urls'

/** The releases that fix problems of this collection. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const items = listReleases(index()).map(({ name, slug, articleCount }) => ({
      name,
      slug,
      url: releaseUrl(slug),
      articleCount,
    }))
    return jsonResponse({ items })
  })
}

export { answerPreflight as OPTIONS }
