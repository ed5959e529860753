import { jsonError } from '@/lib/http/api-response'

/** Answers with what `handler` gives; a fault is printed for the operator and answered as a JSON error. */
export async function answerRequest(handler: () => Promise<Response>): Promise<Response> {
  try {
    return await handler()
  } catch (error) {
    const id = crypto.randomUUID()
    console.error(`Fault ${id}:`, error)
    return jsonError(500, 'Something broke on our side. Try again later.', id)
  }
}
