import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { describeComparison } from '@/lib/kb/updates/update-comparison'
import { compareUpdates } from '@/lib/kb-index/read/compare-updates'

const ERRORS = { incomplete: 400, 'not-a-number': 400, unknown: 404 } as const

/** What the newer of two updates contains and the older one does not. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const { searchParams } = new URL(request.url)
    const comparison = compareUpdates(index(), {
      from: searchParams.get('from') ?? '',
      to: searchParams.get('to') ?? '',
    })
    const message = describeComparison(comparison)
    const { outcome, from, to, ...gain } = comparison
    if (outcome === 'incomplete' || outcome === 'not-a-number' || outcome === 'unknown') {
      return jsonError(ERRORS[outcome], message)
    }
    return jsonResponse({ outcome, message, from: from.summary, to: to.summary, ...gain })
  })
}

export { answerPreflight as OPTIONS }
