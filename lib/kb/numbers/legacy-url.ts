import { isArticleName, keyOfName } from './article-name'
import { type KbNumber, parseKbNumber, parseNamedKey, toKbNumber } from './kb-number'

/** Hosts that served articles by number. */
const HOST = /^(?:(?:www\.)?support\.microsoft\.com|(?:www\.|ftp\.)?microsoft\.com|mskb\.pkisolutions\.com)$/i

/** No article URL is longer: the longest titles in URLs have about 200 characters. */
const MAX_ADDRESS_LENGTH = 500

/** Paths without a leading language, each with URLs in which the form was seen. */
const PATH_FORMS: readonly RegExp[] = [
  // /kb/940006, /kb/940006/en-us, /kb/824684/LN/, /kb/Q156091, /kb/KB940006, /kb/en-us/940006, /kb/156/Q156715/
  /^\/kb\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?(?:\d{3}\/(?=q))?(?:kb|q)?0*(\d{1,7})(?:\/[a-z]{2}(?:-[a-z]{2,4})?)?$/,
  // /kb/940006.md: the Markdown of an article in this viewer
  /^\/kb\/(?:kb|q)?0*(\d{1,7})\.(?:md|aspx?|html?)$/,
  // /help/940006, /help/940006/title-of-the-article, /help/kb940006
  /^\/help\/(?:kb|q)?0*(\d{1,7})(?:\/[^/]*)?$/,
  // /topic/title-kb940006-44c66ad6-f185-4a1d-a9ab-473c1188954c, /topic/december-8-2020-kb4592438-os-builds-19041-685
  /^\/topic\/(?:[^/]*-)?kb0*(\d{1,7})(?:-[^/]*)?$/,
  // /support/kb/articles/Q156091.asp, /support/kb/articles/q156091.htm
  /^(?:\/support)?\/kb\/articles\/q0*(\d{1,7})(?:\.(?:asp|html?|txt))?$/,
]

/** /support/kb/articles/Q156/0/91.asp and KB/Q141/4/46.TXT: the number in three pieces. */
const SPLIT_FORM = /\/(?:articles|kb)\/q(\d{1,4})\/(\d)\/(\d{2})(?:\.(?:asp|html?|txt))?$/

/** Paths with the number in the query: ?kbid=, ?scid=kb;en-us;940006, kblookup.asp?id= */
const PARAMETER_PATHS = /^\/(?:default\.aspx?|kb\/?|support\/misc\/kblookup\.asp)?$/

/**
 * Parses the article's number from the path and query of a support site.
 * Support home, contact and download pages are not articles: `scid=fh;EN-US;CNTACTMS` gives `undefined`.
 */
export function parseLegacyPath(path: string, query: URLSearchParams): KbNumber | undefined {
  if (path.length > MAX_ADDRESS_LENGTH) return undefined
  const plain = decode(path).toLowerCase().replace(/\/+$/, '')
  const byParameter = PARAMETER_PATHS.test(plain === '' ? '/' : plain)
    ? numberInQuery(query, plain.endsWith('kblookup.asp'))
    : undefined
  if (byParameter !== undefined) return byParameter
  const split = SPLIT_FORM.exec(plain)
  if (split) return toKbNumber(Number(`${split[1]}${split[2]}${split[3]}`))
  const withoutLanguage = plain.replace(/^\/[a-z]{2}-[a-z]{2,4}(?=\/)/, '').replace(/^\/intlkb\/[a-z-]+(?=\/)/, '/kb')
  for (const form of PATH_FORMS) {
    const digits = form.exec(withoutLanguage)?.[1]
    if (digits !== undefined) return toKbNumber(Number(digits))
  }
  return undefined
}

/** Parses the article from a path of this viewer: `/a/zik0zj` and `/article/NAME` of one without a number, or any of the above. */
export function parseArticlePath(path: string, query: URLSearchParams): KbNumber | undefined {
  if (path.length > MAX_ADDRESS_LENGTH) return undefined
  const [, room, rest = ''] = /^\/(a|article)\/(.+?)\/*$/.exec(path) ?? []
  if (room === 'a') return parseNamedKey(rest)
  if (room === undefined) return parseLegacyPath(path, query)
  const name = decode(rest).replace(/\.md$/, '')
  return isArticleName(name) ? keyOfName(name) : undefined
}

/** Parses the article's number from the URL of a historical support site. */
export function parseLegacyUrl(address: string): KbNumber | undefined {
  const url = parseAddress(address)
  return url && HOST.test(url.hostname) ? parseLegacyPath(url.pathname, url.searchParams) : undefined
}

/** Parses a number in any spelling, or the URL of an article here or on a historical support site. */
export function parseArticleAddress(text: string): KbNumber | undefined {
  const trimmed = text.trim()
  const number = parseKbNumber(trimmed)
  if (number !== undefined || !/[./?]/.test(trimmed) || /\s/.test(trimmed)) return number
  // KB/Q141/4/46.TXT: how listings of the FTP mirror write a file.
  const path = /^kb\//i.test(trimmed) ? `/${trimmed}` : trimmed
  if (path.startsWith('/')) {
    const url = URL.canParse(path, 'http://viewer') ? new URL(path, 'http://viewer') : undefined
    return url && parseArticlePath(url.pathname, url.searchParams)
  }
  // How pages and lists call an article without a number.
  if (trimmed.startsWith('a/')) return parseNamedKey(trimmed.slice(2))
  return parseLegacyUrl(trimmed) ?? parseAddressOfViewer(trimmed)
}

/** A URL of this viewer on any host: http://kb.example:3000/kb/940006, http://kb.example/a/zik0zj */
function parseAddressOfViewer(address: string): KbNumber | undefined {
  const url = parseAddress(address)
  return url && /^\/(?:kb|a|article)\//i.test(url.pathname)
    ? parseArticlePath(url.pathname, new URLSearchParams())
    : undefined
}

function parseAddress(address: string): URL | undefined {
  if (address.length > MAX_ADDRESS_LENGTH) return undefined
  const text = /^(?:https?|ftp):\/\//i.test(address) ? address : `http://${address}`
  return URL.canParse(text) ? new URL(text) : undefined
}

function numberInQuery(query: URLSearchParams, isLookup: boolean): KbNumber | undefined {
  for (const [name, value] of query) {
    const number = numberInParameter(name.toLowerCase(), value, isLookup)
    if (number !== undefined) return number
  }
  return undefined
}

function numberInParameter(name: string, value: string, isLookup: boolean): KbNumber | undefined {
  if (name === 'kbid' || (isLookup && name === 'id')) return parseKbNumber(value)
  if (name !== 'scid') return undefined
  // kb;en-us;940006, KB;EN-US;q156091, kb;940006, kb;[LN];824684
  const digits = /^kb;(?:\[?[a-z-]*\]?;)?(?:kb|q)?0*(\d{1,7})(?:;|$)/i.exec(value)?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
