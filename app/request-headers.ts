import { headers } from 'next/headers'
import { PASTE_HEADER, parsePasteHeader } from '@/lib/http/pasted-text'

/** Gives the nonce of this response's Content-Security-Policy. */
export async function getNonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined
}

/** Gives the path that the reader requested, also on a 404 page. */
export async function getRequestedPath(): Promise<string> {
  return (await headers()).get('x-kb-path') ?? ''
}

/** Gives the text that the reader posted, if any. */
export async function getPastedText(): Promise<string | undefined> {
  const value = (await headers()).get(PASTE_HEADER)
  return value === null ? undefined : parsePasteHeader(value)
}

/** Gives the scheme and host that the reader sees, or `undefined` when the headers are not a valid origin. */
export async function getOrigin(): Promise<URL | undefined> {
  const requestHeaders = await headers()
  const scheme = requestHeaders.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  const host = requestHeaders.get('x-forwarded-host') ?? requestHeaders.get('host') ?? ''
  // A client can send any text as host. Only a name or address with an optional port may reach the page.
  return /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:]+\](?::\d{1,5})?$/i.test(host) && URL.canParse(`${scheme}://${host}`)
    ? new URL(`${scheme}://${host}`)
    : undefined
}
