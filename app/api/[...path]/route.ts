import { jsonError } from '@/lib/http/api-response'

/** Every other address below /api answers in the shape of the rest. */
export function GET(request: Request): Response {
  return jsonError(404, `There is nothing at ${new URL(request.url).pathname}.`)
}
