import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { getLineDetails } from '@/lib/kb-index/read/line-details'
import { lineUrl } from '@/lib/urls'

/** One update series: its updates, oldest first, with what each replaces and fixes. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/lines/[slug]'>): Promise<Response> {
  return answerApi(request, async () => {
    const { slug } = await params
    const details = getLineDetails(index(), slug)
    if (!details) return jsonError(404, `Update series "${slug.slice(0, 100)}" was not found. See /api/v1/lines.`)
    const { name, steps, series, newerForProduct } = details
    return jsonResponse({
      name,
      slug,
      url: lineUrl(slug),
      updates: steps.map(({ update, supersededBy, fixCount, newFixCount }) => ({
        ...update,
        supersededBy,
        fixCount,
        newFixCount,
      })),
      series,
      newerForProduct,
    })
  })
}

export { answerPreflight as OPTIONS }
