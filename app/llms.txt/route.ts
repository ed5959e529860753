import { answerRequest } from '@/app/api/answer-request'
import { getOrigin } from '@/app/request-headers'
import { getModified, index, site } from '@/lib/collection'
import { textResponse } from '@/lib/http/api-response'
import { answerCondition } from '@/lib/http/conditional'
import { llmsText } from '@/lib/http/llms-text'
import { getCollectionSummary } from '@/lib/kb-index/read/collection-summary'
import { listUpdateLines } from '@/lib/kb-index/read/relations'

/** What a language model needs to know about this site before it quotes an article. */
export function GET(request: Request): Promise<Response> {
  return answerRequest(async () => {
    const origin = (await getOrigin()) ?? ''
    const { articleCount } = getCollectionSummary(index())
    const text = llmsText({ name: site().name, origin, articleCount, lines: listUpdateLines(index()) })
    return answerCondition(request, textResponse(text, 'text/plain; charset=utf-8'), getModified())
  })
}
