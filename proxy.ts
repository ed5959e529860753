import { type NextRequest, NextResponse } from 'next/server'
import { getCanonicalNumber, getProduct, getUpdateLine } from '@/lib/articles'
import { parseLegacyPath } from '@/lib/kb/legacy-url'
import { contentSecurityPolicy } from '@/lib/security-headers'
import { articleUrl, LOST_PATH, missingArticlePath } from '@/lib/urls'

/**
 * Runs before every page. It brings each spelling of an article's address to the canonical one in one redirect, has
 * what the collection lacks answered with status 404, and gives the page its Content-Security-Policy. A page cannot do the
 * second by itself: what `notFound()` of a page shows is made in the browser only, and readers without JavaScript
 * would see nothing. An address that no route has is answered by app/not-found.tsx on the server.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search, searchParams } = request.nextUrl
  const named = parseLegacyPath(pathname, searchParams)
  if (named !== undefined) {
    const number = await getCanonicalNumber(named)
    const canonical = articleUrl(number ?? named)
    if (pathname + search !== canonical) return redirectTo(canonical, request)
    if (number === undefined) return showPage(request, missingArticlePath(named))
  } else if (pathname !== '/' && pathname.endsWith('/')) {
    return redirectTo(pathname.replace(/\/+$/, '').replace(/^\/*/, '/') + search, request)
  } else if (await isLost(pathname)) {
    return showPage(request, LOST_PATH)
  }
  return showPage(request)
}

export const config = {
  // Files as they are have neither scripts of their own nor other spellings.
  matcher: ['/((?!_next/static/|icon\\.svg$).*)'],
}

/** Tells whether an address that names no article has the form of a page and names nothing that the collection has. */
async function isLost(pathname: string): Promise<boolean> {
  const [, room, name] = pathname.split('/')
  if (!name) return false
  if (room === 'products') return (await getProduct(name, 1)) === undefined
  if (room === 'updates') return (await getUpdateLine(name)) === undefined
  return room === 'kb'
}

/** Goes on to the page of the address, or of another path in its place, with a nonce of its own. */
function showPage(request: NextRequest, path?: string): Response {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-kb-path', path ?? request.nextUrl.pathname)
  // Next takes the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)
  const response = path
    ? NextResponse.rewrite(new URL(path, request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** Permanent, to a path of this site; Next sends it without the host. */
function redirectTo(path: string, request: NextRequest): Response {
  return NextResponse.redirect(new URL(path, request.url), 308)
}
