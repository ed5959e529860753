import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonListResponse } from '@/lib/http/api-response'
import { listWantedRecords } from '@/lib/kb-index/read/wanted'
import { articleUrl } from '@/lib/urls'

/** The missing articles, most-cited first. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const product = new URL(request.url).searchParams.get('product') || undefined
    return jsonListResponse(listItems(product))
  })
}

function* listItems(product: string | undefined) {
  for (const record of listWantedRecords(index(), product)) yield { ...record, url: articleUrl(record.number) }
}

export { answerPreflight as OPTIONS }
