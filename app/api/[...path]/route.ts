import { answerPreflight } from '@/app/api/answer-request'
import { POST as check } from '@/app/api/v1/check/route'
import { jsonError } from '@/lib/http/api-response'
import { API_URL } from '@/lib/urls'

/** The addresses of the first version, before it had a number. */
const FORMER = /^\/api\/(articles\/[^/]+(?:\/preview)?|search|suggest|signatures\/[^/]+|updates\/compare|wanted|check)$/
const FORMER_RELATIONS = /^\/api\/(articles\/[^/]+)\/supersedence$/

/** Former addresses redirect. Every other one below /api gets an error in the same shape as the rest. */
function answer(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  const relations = FORMER_RELATIONS.exec(pathname)?.[1]
  const rest = relations === undefined ? FORMER.exec(pathname)?.[1] : `${relations}/relations`
  if (rest === undefined) return jsonError(404, `No API endpoint at ${pathname}. See /api for all of them.`)
  return new Response(null, { status: 308, headers: { location: `${API_URL}/${rest}${search}` } })
}

/** A text posted to the former address of the check is answered there: many clients lose a body on its way through a redirect. */
function answerPosted(request: Request): Response | Promise<Response> {
  return new URL(request.url).pathname === '/api/check' ? check(request) : answer(request)
}

export { answer as GET, answerPosted as POST, answerPreflight as OPTIONS }
