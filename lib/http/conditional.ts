import { createHash } from 'node:crypto'

/** Gives a strong entity tag of a body. */
export function entityTag(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}

/**
 * Answers 304 without a body if the reader has this answer already: by its entity tag, or else by the time since which the
 * collection has not changed. `modified`, if given, becomes `Last-Modified`, unless it is in the present second: the
 * collection may change again in the same one.
 */
export function answerCondition(request: Request, response: Response, modified?: Date, now = new Date()): Response {
  if (response.status !== 200) return response
  const seconds = Math.floor((modified?.getTime() ?? Number.NaN) / 1000)
  const isPast = seconds < Math.floor(now.getTime() / 1000)
  if (isPast) response.headers.set('last-modified', new Date(seconds * 1000).toUTCString())
  if (!isKnown(request, response.headers.get('etag'), isPast ? seconds : Number.POSITIVE_INFINITY)) return response
  response.headers.delete('content-length')
  response.headers.delete('content-type')
  return new Response(null, { status: 304, headers: response.headers })
}

/** Where both headers are sent, the entity tag alone counts (RFC 9110). */
function isKnown(request: Request, tag: string | null, modified: number): boolean {
  const tags = request.headers.get('if-none-match')
  if (tags !== null) {
    return (
      tag !== null && (tags.trim() === '*' || tags.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
    )
  }
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  return !Number.isNaN(since) && modified <= Math.floor(since / 1000)
}
