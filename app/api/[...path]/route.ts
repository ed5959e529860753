import { jsonError } from '@/lib/http/api-response'

/** Every other URL below /api gets an error in the same shape as the rest. */
export function GET(request: Request): Response {
  return jsonError(404, `No API endpoint at ${new URL(request.url).pathname}.`)
}
