import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { formatCursor } from '@/lib/http/cursor'
import { type ListParameters, parseListParameters } from '@/lib/http/list-parameters'
import { listArticlesAfter } from '@/lib/kb-index/read/lists/list-articles'
import { hasProduct } from '@/lib/kb-index/read/products'
import { hasUpdateLine } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'

/** All articles, or those that the filters leave, in number order. A cursor leads from each answer to the next. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const { pathname, searchParams } = new URL(request.url)
    const selection = parseListParameters(searchParams)
    if ('problem' in selection) return jsonError(400, selection.problem)
    const unknown = findUnknown(selection)
    if (unknown !== undefined) return jsonError(404, unknown)
    const found = listArticlesAfter(index(), { ...selection, limit: selection.limit + 1 })
    const items = found.slice(0, selection.limit)
    const last = items.at(-1)
    const nextCursor = found.length > items.length && last ? formatCursor(last.number) : undefined
    const response = jsonResponse({
      items: items.map((summary) => ({ ...summary, url: articleUrl(summary.number) })),
      nextCursor,
    })
    if (nextCursor !== undefined) {
      searchParams.set('cursor', nextCursor)
      response.headers.set('link', `<${pathname}?${searchParams}>; rel="next"`)
    }
    return response
  })
}

function findUnknown({ product, line }: ListParameters): string | undefined {
  if (product !== undefined && !hasProduct(index(), product)) {
    return `Product "${product.slice(0, 100)}" was not found. Use the last part of the URL of a product page.`
  }
  if (line !== undefined && !hasUpdateLine(index(), line)) {
    return `Update series "${line.slice(0, 100)}" was not found. Use a slug of /api/v1/lines.`
  }
  return undefined
}

export { answerPreflight as OPTIONS }
