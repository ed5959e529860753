import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'
import { listUpdateLines } from '@/lib/kb-index/read/relations'
import { lineUrl } from '@/lib/urls'

/** All update series by name, each with its newest update. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const lines = listUpdateLines(index()).map(({ name, slug, updates }) => {
      const newest = updates.at(-1)
      return {
        name,
        slug,
        url: lineUrl(slug),
        updateCount: updates.length,
        newest: newest && { number: newest.number, title: newest.title, state: newest.state },
      }
    })
    return jsonResponse({ items: lines })
  })
}

export { answerPreflight as OPTIONS }
