import { headers } from 'next/headers'
import { PASTE_HEADER, parsePasteHeader } from '@/lib/http/pasted-text'

/** Gives the nonce that this answer's Content-Security-Policy allows scripts to carry. */
export async function getNonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined
}

/** Gives the path that the page stands for; of a missing article, its own kind of path. */
export async function getRequestedPath(): Promise<string> {
  return (await headers()).get('x-kb-path') ?? ''
}

/** Gives the text that the reader posted, or `undefined` when she posted none. */
export async function getPastedText(): Promise<string | undefined> {
  const value = (await headers()).get(PASTE_HEADER)
  return value === null ? undefined : parsePasteHeader(value)
}

/** Gives the scheme and host under which the reader sees the site, or `undefined` when the headers make no URL. */
export async function getOrigin(): Promise<URL | undefined> {
  const requestHeaders = await headers()
  const scheme = requestHeaders.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  const host = requestHeaders.get('x-forwarded-host') ?? requestHeaders.get('host') ?? ''
  // A client may send any text as host: only a name or address with an optional port goes into the page.
  return /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:]+\](?::\d{1,5})?$/i.test(host) && URL.canParse(`${scheme}://${host}`)
    ? new URL(`${scheme}://${host}`)
    : undefined
}
