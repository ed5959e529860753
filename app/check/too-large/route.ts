import { tooLargePage } from '@/lib/http/fault-page'

/** Where next.config.js leads a body that is too large. Nothing of it is read. */
function refuse(): Response {
  return tooLargePage()
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
