import { answerApi, answerPreflight, parseNumberParameter } from '@/app/api/answer-request'
import { getArticle, getArticleMarkdown, index, isAsIndexed } from '@/lib/collection'
import { jsonError, jsonResponse, textResponse } from '@/lib/http/api-response'
import { describeStaleArticle } from '@/lib/http/fault-page'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'

const MARKDOWN = 'text/markdown'

/** One article with its relations as JSON, or its Markdown: with `.md` behind the number, or if the request prefers it. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/articles/[number]'>): Promise<Response> {
  const [, spelling = '', ending] = /^(.*?)(\.md)?$/s.exec((await params).number) ?? []
  const types = ending ? ([MARKDOWN] as const) : (['application/json', MARKDOWN] as const)
  return answerApi<string>(
    request,
    async (type) => {
      const number = parseNumberParameter(spelling)
      if (number instanceof Response) return number
      const canonical = getCanonicalNumber(index(), number)
      if (canonical && !isAsIndexed(canonical)) {
        return jsonError(503, describeStaleArticle(formatKbNumber(canonical)))
      }
      const found = canonical && (type === MARKDOWN ? answerMarkdown(canonical) : answerJson(canonical))
      return found || jsonError(404, `Article ${formatKbNumber(number)} was not found.`)
    },
    types,
  )
}

/** What belongs to the page and its files alone is left out, such as the tree of the body. */
function answerJson(number: KbNumber): Response | undefined {
  const article = getArticle(number)
  if (!article) return undefined
  const {
    tree: _tree,
    products: _products,
    path: _path,
    editions: _editions,
    language: _language,
    summary,
    ...rest
  } = article
  return jsonResponse({ ...summary, url: articleUrl(summary.number), ...rest })
}

function answerMarkdown(number: KbNumber): Response | undefined {
  const text = getArticleMarkdown(number)
  if (text === undefined) return undefined
  const response = textResponse(text, `${MARKDOWN}; charset=utf-8`)
  response.headers.set('link', `<${articleUrl(number)}>; rel="canonical"`)
  return response
}

export { answerPreflight as OPTIONS }
