import { type NextRequest, NextResponse } from 'next/server'
import { index, isAsIndexed } from '@/lib/collection'
import { preferredType } from '@/lib/http/accept'
import { faultPage, staleArticlePage, tooLargePage } from '@/lib/http/fault-page'
import { REQUEST_ID_HEADER } from '@/lib/http/limits.mjs'
import { formatPasteHeader, PASTE_HEADER, readPastedText } from '@/lib/http/pasted-text'
import { contentSecurityPolicy } from '@/lib/http/security-policy.mjs'
import { parseArticlePath } from '@/lib/kb/numbers/article-address'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { resolveUrl } from '@/lib/rooms'
import { CHECK_URL, RESOLVE_URL } from '@/lib/urls'

/**
 * Runs before every page. It redirects each spelling of a URL to the canonical one, sends status 404 for what the collection
 * lacks, and sets the Content-Security-Policy. Pages cannot send a readable 404 themselves: Next renders `notFound()` in the
 * browser only, so readers without JavaScript would see nothing.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    index() // throws without an index, for every page
    return await answer(request)
  } catch (error) {
    const id = request.headers.get(REQUEST_ID_HEADER) ?? crypto.randomUUID()
    console.error(`Fault ${id}:`, error)
    return faultPage(id)
  }
}

export const config = {
  // Files and answers for programs contain no scripts and have one spelling.
  matcher: [
    '/((?!_next/static/|api/|pictures/|files/|readyz$|opensearch\\.xml$|favicon\\.ico$|icon\\.svg$|apple-touch-icon\\.png$|site\\.webmanifest$|robots\\.txt$).*)',
  ],
}

/** The pages to which readers post a text. */
const POSTED_URLS: readonly string[] = [CHECK_URL, RESOLVE_URL]

async function answer(request: NextRequest): Promise<Response> {
  if (request.method === 'POST' && POSTED_URLS.includes(request.nextUrl.pathname)) return await answerPaste(request)
  const destination = resolveUrl(index(), request.nextUrl)
  if ('redirect' in destination) return redirectTo(destination.redirect, request)
  const { article, isMarkdown } = destination
  if (article === undefined) return showPage(request, destination)
  const number = parseArticlePath(request.nextUrl.pathname, request.nextUrl.searchParams)
  if (number !== undefined && !(await isAsIndexed(number))) return staleArticlePage(formatKbNumber(number))
  const isPreferred = preferredType(request.headers.get('accept'), ['text/html', 'text/markdown']) === 'text/markdown'
  const response = showPage(request, { isLost: false, markdownOf: isMarkdown || isPreferred ? article : undefined })
  response.headers.append('vary', 'accept')
  return response
}

/** Hands the posted text to its page in a header, since Next gives pages no body. The header never leaves this process. */
async function answerPaste(request: NextRequest): Promise<Response> {
  const text = await readPastedText(request)
  return text === undefined ? tooLargePage() : showPage(request, { isLost: false, pastedText: text })
}

/** Continues to the page of this URL, or to the 404 page. */
function showPage(
  request: NextRequest,
  { isLost, pastedText, markdownOf }: { isLost: boolean; pastedText?: string; markdownOf?: string },
): Response {
  const headers = new Headers(request.headers)
  headers.set('x-kb-path', request.nextUrl.pathname)
  // next.config.js rewrites by this header. A rewrite made here would go through the network whenever the server's host is
  // spelled differently from how Next spells it.
  headers.set('x-kb-lost', String(isLost))
  if (markdownOf === undefined) headers.delete('x-kb-markdown')
  else headers.set('x-kb-markdown', markdownOf)
  if (pastedText === undefined) headers.delete(PASTE_HEADER)
  else headers.set(PASTE_HEADER, formatPasteHeader(pastedText))
  // This site has no server functions: Next must not take a post for a call of one.
  headers.delete('next-action')
  if (request.method === 'POST') headers.set('content-type', 'text/plain')
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', contentSecurityPolicy())
  return response
}

/** Redirects permanently to a path of this site. Next sends the location without the host. */
function redirectTo(path: string, request: NextRequest): Response {
  return NextResponse.redirect(new URL(path, request.url), 308)
}
