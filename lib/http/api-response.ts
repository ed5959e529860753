import { entityTag } from './conditional'
import { type CsvRow, formatCsvRow } from './csv'
import { joinInTurns } from './join-in-turns'

/** Gives a JSON answer with many `items`, as `jsonResponse` would. */
export async function jsonListResponse(items: Iterable<unknown>): Promise<Response> {
  const texts = await joinInTurns(items, ',', (item) => JSON.stringify(item, addFormerState))
  return textResponse(`{"items":[${texts}]}`, 'application/json')
}

/** Gives a JSON answer. Readers may keep it, but ask again before they use it, or after `maxAge` seconds. */
export function jsonResponse(
  body: unknown,
  { maxAge, contentType = 'application/json' }: { maxAge?: number; contentType?: string } = {},
): Response {
  const cacheControl = maxAge === undefined ? 'no-cache' : `private, max-age=${maxAge}`
  return textResponse(JSON.stringify(body, addFormerState), contentType, cacheControl)
}

/** Gives a text that readers may keep, but ask for again before they use it. */
export function textResponse(text: string, contentType: string, cacheControl = 'no-cache'): Response {
  const headers = { 'cache-control': cacheControl, 'content-type': contentType, etag: entityTag(text) }
  return new Response(text, { headers })
}

/** The words that states of articles had before. Programs can read them as `formerState` until the next version of the API. */
const FORMER_STATES: ReadonlyMap<unknown, string> = new Map([
  ['no-replacement-known', 'current'],
  ['last-of-line', 'latest'],
])

/** Adds the former word beside each state that has a new one. */
function addFormerState(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('state' in value)) return value
  const formerState = FORMER_STATES.get(value.state)
  return formerState === undefined ? value : { ...value, formerState }
}

/** Gives rows as a file of comma-separated values, the first row the names of the columns. */
export async function csvResponse(rows: Iterable<CsvRow>, fileName: string): Promise<Response> {
  const response = textResponse(await joinInTurns(rows, '', formatCsvRow), 'text/csv; charset=utf-8; header=present')
  response.headers.set('content-disposition', `attachment; filename="${fileName}"`)
  return response
}

/**
 * Builds the one shape of an error: `{ "error": { "status": 404, "message": "Article KB219377 was not found." } }`. A fault also
 * has an `id`, under which the operator's log has the reason.
 */
export function jsonError(status: number, message: string, id?: string): Response {
  return Response.json({ error: { status, message, id } }, { status, headers: { 'cache-control': 'no-store' } })
}
