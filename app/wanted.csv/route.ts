import { answerRequest } from '@/app/api/answer-request'
import { getModified, index } from '@/lib/collection'
import { csvResponse } from '@/lib/http/api-response'
import { answerCondition } from '@/lib/http/conditional'
import { listWantedRecords } from '@/lib/kb-index/read/wanted'

const COLUMNS = ['number', 'title', 'citationCount', 'firstCited', 'lastCited', 'quote', 'citedBy']

/** The missing articles for a spreadsheet, most-cited first. */
export function GET(request: Request): Promise<Response> {
  return answerRequest(async () => {
    const product = new URL(request.url).searchParams.get('product') || undefined
    return answerCondition(request, await csvResponse(listRows(product), 'wanted.csv'), getModified())
  })
}

function* listRows(product: string | undefined) {
  yield COLUMNS
  for (const record of listWantedRecords(index(), product)) {
    const { number, title, citationCount, firstCited, lastCited, quote, citedBy } = record
    yield [number, title, citationCount, firstCited, lastCited, quote, citedBy.join(' ')]
  }
}
