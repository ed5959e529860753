import { tooLargePage } from '@/lib/http/fault-page'

/** next.config.js rewrites requests with a body that is too large to this route, which does not read it. */
function refuse(): Response {
  return tooLargePage()
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
