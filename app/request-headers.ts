import { headers } from 'next/headers'
import { site } from '@/lib/collection'
import { REQUEST_ID_HEADER } from '@/lib/http/limits.mjs'
import { PASTE_HEADER, parsePasteHeader } from '@/lib/http/pasted-text'
import { siteOrigin } from '@/lib/http/site-origin'

/** Gives the path that the reader requested, also on a 404 page. */
export async function getRequestedPath(): Promise<string> {
  return (await headers()).get('x-kb-path') ?? ''
}

/** Gives the text that the reader posted, if any. */
export async function getPastedText(): Promise<string | undefined> {
  const value = (await headers()).get(PASTE_HEADER)
  return value === null ? undefined : parsePasteHeader(value)
}

/** Gives the id under which the log has this request. */
export async function getRequestId(): Promise<string> {
  return (await headers()).get(REQUEST_ID_HEADER) ?? crypto.randomUUID()
}

/** Gives the scheme and host of this site, or `undefined` if they are not known for certain. */
export async function getOrigin(): Promise<string | undefined> {
  return siteOrigin((await headers()).get('host'), site().origin)
}
