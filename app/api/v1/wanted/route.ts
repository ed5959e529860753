import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonResponse } from '@/lib/http/api-response'
import { listWantedRecords } from '@/lib/kb-index/read/wanted'
import { articleUrl } from '@/lib/urls'

/** The missing articles, most-cited first. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const product = new URL(request.url).searchParams.get('product') || undefined
    const records = listWantedRecords(index(), product)
    return jsonResponse({ items: records.map((record) => ({ ...record, url: articleUrl(record.number) })) })
  })
}

export { answerPreflight as OPTIONS }
