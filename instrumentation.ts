import type { Instrumentation } from 'next'
import { REQUEST_ID_HEADER } from '@/lib/http/limits.mjs'

/** Writes the line that joins the id of a fault, which its page shows, to the request and the route. Next logs the stack. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath, routeType }) => {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  const id = request.headers[REQUEST_ID_HEADER]
  console.error(
    JSON.stringify({
      time: new Date().toISOString(),
      level: 'error',
      message: 'fault',
      id,
      digest,
      route: routePath,
      routeType,
    }),
  )
}
