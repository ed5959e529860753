/** Gives a JSON answer. Readers may keep it, but ask again before they use it. */
export function jsonResponse(body: unknown): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-cache' } })
}

/** Gives the one shape of an error: `{ "error": { "status": 404, "message": "There is no article KB219377." } }`. */
export function jsonError(status: number, message: string): Response {
  return Response.json({ error: { status, message } }, { status, headers: { 'cache-control': 'no-store' } })
}
