import { answerRequest } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { csvResponse } from '@/lib/http/api-response'
import { listWantedRecords } from '@/lib/kb-index/read/wanted'

const COLUMNS = ['number', 'title', 'citationCount', 'firstCited', 'lastCited', 'quote', 'citedBy']

/** The missing articles for a spreadsheet, most-cited first. */
export function GET(request: Request): Promise<Response> {
  return answerRequest(async () => {
    const product = new URL(request.url).searchParams.get('product') || undefined
    const records = listWantedRecords(index(), product)
    const rows = records.map(({ number, title, citationCount, firstCited, lastCited, quote, citedBy }) => [
      number,
      title,
      citationCount,
      firstCited,
      lastCited,
      quote,
      citedBy.join(' '),
    ])
    return csvResponse([COLUMNS, ...rows], 'wanted.csv')
  })
}
