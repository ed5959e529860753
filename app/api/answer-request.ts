import { getRequestId } from '@/app/request-headers'
import { getModified } from '@/lib/collection'
import { preferredType } from '@/lib/http/accept'
import { jsonError } from '@/lib/http/api-response'
import { answerCondition } from '@/lib/http/conditional'
import { MAX_BODY_BYTES } from '@/lib/http/limits.mjs'
import { readPastedText } from '@/lib/http/pasted-text'
import { type KbNumber, parseKbNumber, parseNamedKey } from '@/lib/kb/numbers/kb-number'
import { numberLetters } from '@/lib/kb/numbers/number-prefix'
import { SEARCH_AWAY, SearchUnavailable } from '@/lib/kb/search/search-unavailable'

/** Runs a handler. A fault is logged for the operator and answered as a JSON error. */
export async function answerRequest(handler: () => Promise<Response>, faultStatus = 500): Promise<Response> {
  try {
    return await handler()
  } catch (error) {
    if (error instanceof SearchUnavailable) return answerAway(error)
    const id = await getRequestId()
    console.error(`Fault ${id}:`, error)
    return jsonError(faultStatus, 'Internal error. Try again later.', id)
  }
}

/** The log has what the operator can do. */
function answerAway(error: SearchUnavailable): Response {
  console.error(`Search: ${error.message}`)
  const response = jsonError(503, `${SEARCH_AWAY.reason} ${SEARCH_AWAY.advice}`)
  response.headers.set('retry-after', String(SEARCH_AWAY.retrySeconds))
  return response
}

/** Pages of other sites may read what everybody may read. */
const CROSS_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified, Link',
}
const JSON_TYPE = 'application/json'

/**
 * Runs the handler of a program's GET request in the form that the program takes, `types` with the usual one first. It is
 * answered with 304 if the program has the answer already, and with 406 if it takes no form that there is.
 */
export async function answerApi<Type extends string = typeof JSON_TYPE>(
  request: Request,
  handler: (type: Type | typeof JSON_TYPE) => Promise<Response>,
  types: readonly (Type | typeof JSON_TYPE)[] = [JSON_TYPE],
): Promise<Response> {
  const response = await answerRequest(async () => {
    const type = preferredType(request.headers.get('accept'), types)
    if (type !== undefined) return answerCondition(request, await handler(type), getModified())
    return notAcceptable(types)
  })
  for (const [name, value] of Object.entries(CROSS_ORIGIN)) response.headers.set(name, value)
  if (types.length > 1) response.headers.append('vary', 'accept')
  return response
}

/** Runs the handler of a text that a program posts. Neither the text nor the answer is kept anywhere. */
export function answerPosted(request: Request, handler: (text: string) => Promise<Response>): Promise<Response> {
  return answerRequest(async () => {
    if (preferredType(request.headers.get('accept'), [JSON_TYPE]) === undefined) return notAcceptable([JSON_TYPE])
    const text = await readPastedText(request)
    if (text === undefined) {
      return jsonError(
        413,
        `The request body is larger than ${MAX_BODY_BYTES / 1_000_000} MB. Send only the relevant part.`,
      )
    }
    if (text.trim() === '') return jsonError(400, 'The request body is empty. Send the text as text/plain.')
    const response = await handler(text)
    response.headers.set('cache-control', 'no-store')
    response.headers.delete('etag')
    return response
  })
}

/** Refuses to read what has to be posted: a pasted text never belongs in a URL. */
export function refuseGet(): Response {
  const response = jsonError(405, 'GET is not supported here. Send the text in a POST request, as text/plain.')
  response.headers.set('allow', 'POST, OPTIONS')
  return response
}

function notAcceptable(types: readonly string[]): Response {
  return jsonError(406, `No such form of this answer. Ask for ${types.join(' or ')}.`)
}

/** Answers what a browser asks before a page of another site sends a request with headers of its own. */
export function answerPreflight(): Response {
  const headers = {
    ...CROSS_ORIGIN,
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'Accept, If-None-Match, If-Modified-Since',
    'access-control-max-age': '86400',
  }
  return new Response(null, { status: 204, headers })
}

/** Parses the article number in a URL, in any spelling, or the key of an article without one; other text gives the error. */
export function parseNumberParameter(spelling: string): KbNumber | Response {
  return (
    parseKbNumber(spelling) ??
    parseNamedKey(spelling) ??
    jsonError(400, `"${spelling.slice(0, 100)}" is not a ${numberLetters()} number. Use digits, for example 940006.`)
  )
}
