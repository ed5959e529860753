import { type NextRequest, NextResponse } from 'next/server'
import { index } from '@/lib/collection'
import { faultPage, tooLargePage } from '@/lib/http/fault-page'
import { formatPasteHeader, PASTE_HEADER, readPastedText } from '@/lib/http/pasted-text'
import { contentSecurityPolicy } from '@/lib/http/security-headers'
import { parseLegacyPath } from '@/lib/kb/numbers/legacy-url'
import { parseSignatureSegment } from '@/lib/kb/signatures/parse-signature'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { isLost } from '@/lib/rooms'
import { articleUrl, CHECK_URL, signatureUrl } from '@/lib/urls'

/**
 * Runs before every page. It brings each spelling of an article's address to the canonical one in one redirect, has what the
 * collection lacks answered with status 404, and gives the page its Content-Security-Policy. A page cannot do the second by
 * itself: what `notFound()` of a page shows is made in the browser only, and readers without JavaScript would see nothing.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    index() // without it no page can be answered, whatever its path
    return await answer(request)
  } catch (error) {
    // For the same reason a page cannot say, without JavaScript, that there is no index to answer from.
    const id = crypto.randomUUID()
    console.error(`Fault ${id}:`, error)
    return faultPage(id)
  }
}

export const config = {
  // Neither files nor answers for programs have scripts or other spellings.
  matcher: [
    {
      source:
        '/((?!_next/static/|api/|healthz$|opensearch\\.xml$|favicon\\.ico$|icon\\.svg$|apple-touch-icon\\.png$|site\\.webmanifest$|robots\\.txt$).*)',
      // A rewrite in next.config.js refuses these bodies: behind the proxy each would be read to its end first.
      missing: [{ type: 'header', key: 'content-length', value: '0*(?:[4-9]\\d{6}|[1-9]\\d{7,})' }],
    },
  ],
}

async function answer(request: NextRequest): Promise<Response> {
  const { pathname, search, searchParams } = request.nextUrl
  if (request.method === 'POST' && pathname === CHECK_URL) return await checkPaste(request)
  const named = parseLegacyPath(pathname, searchParams)
  if (named !== undefined) {
    const number = getCanonicalNumber(index(), named)
    const canonical = articleUrl(number ?? named)
    if (pathname + search !== canonical) return redirectTo(canonical, request)
    return showPage(request, { isLost: number === undefined })
  }
  if (pathname !== '/' && pathname.endsWith('/')) {
    return redirectTo(pathname.replace(/\/+$/, '').replace(/^\/*/, '/') + search, request)
  }
  const [, room = '', name] = pathname.split('/')
  const signature = room === 'signatures' && name !== undefined ? parseSignatureSegment(name) : undefined
  if (signature && decodeURIComponent(name ?? '') !== signature.id)
    return redirectTo(signatureUrl(signature.id) + search, request)
  return showPage(request, { isLost: isLost(index(), pathname) })
}

/** A page gets no body, so what was posted goes on in a header, which stays inside of this process. */
async function checkPaste(request: NextRequest): Promise<Response> {
  const text = await readPastedText(request)
  return text === undefined ? tooLargePage() : showPage(request, { isLost: false, pastedText: text })
}

/** Goes on to the page of the address, or to that of addresses which lead nowhere, with a nonce of its own. */
function showPage(request: NextRequest, { isLost, pastedText }: { isLost: boolean; pastedText?: string }): Response {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-kb-path', request.nextUrl.pathname)
  // A rewrite in next.config.js acts on this. One made here would be sent through the network whenever the host that the
  // server listens on is written otherwise than Next writes it.
  headers.set('x-kb-lost', String(isLost))
  if (pastedText === undefined) headers.delete(PASTE_HEADER)
  else headers.set(PASTE_HEADER, formatPasteHeader(pastedText))
  // No body is ever a call of a server's function: this site has none, and a form may have any encoding.
  headers.delete('next-action')
  if (request.method === 'POST') headers.set('content-type', 'text/plain')
  // Next takes the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** Permanent, to a path of this site; Next sends it without the host. */
function redirectTo(path: string, request: NextRequest): Response {
  return NextResponse.redirect(new URL(path, request.url), 308)
}
