import { type KbNumber, parseKbNumber, toKbNumber } from './kb-number'
import { decodeFully } from './wrapped-address'

/** Hosts that served articles by number. */
const HOST = /^(?:(?:www\.)?support2?\.microsoft\.com|(?:www\.|ftp\.)?microsoft\.com|mskb\.pkisolutions\.com)$/i

/** No article URL is longer: the longest titles in URLs have about 200 characters. */
export const MAX_ADDRESS_LENGTH = 500

const LANGUAGE = '[a-z]{2,3}(?:-[a-z]{2,4}){1,2}'
/** Two letters alone, such as `ja` and `LN`, name a language only behind or before a number. */
const SHORT_LANGUAGE = '[a-z]{2}(?:-[a-z]{2,4}){0,2}'
/** At least three words. Shorter parts of a path may be pages below an article. */
const TITLE = '(?=[^/]*[a-z])[^/-]+-[^/-]+-[^/]+'
const ENDING = String.raw`\.(?:md|txt|html?|aspx?)`
const DIGITS = String.raw`0*(\d{1,7})`

/** Paths without a leading language, each with URLs in which the form was seen. */
const PATH_FORMS: readonly RegExp[] = [
  // /kb/940006, /kb/940006/en-us, /kb/824684/LN/, /kb/Q156091, /kb/KB940006, /kb/en-us/940006, /kb/156/Q156715/
  `^/kb/(?:${SHORT_LANGUAGE}/)?(?:\\d{3}/(?=q))?(?:(?:kb|q)[ _-]?)?${DIGITS}(?:/${SHORT_LANGUAGE}|/${TITLE})?$`,
  // /kb/940006.md: the Markdown of an article in this viewer
  `^/kb/(?:${SHORT_LANGUAGE}/)?(?:kb|q)?${DIGITS}${ENDING}$`,
  // /help/940006, /help/940006/title-of-the-article, /help/kb940006
  `^/help/(?:kb|q)?${DIGITS}(?:/.*)?$`,
  // /topic/kb3135769-fix-error-3244c3e9-eb49-9964-ca6b-889e9fc1bad2, /topic/kb-850996-how-to-create-a-dexsql-log-file-67f4d9e9-...
  `^(?:/[a-z-]+)?/topic/kb-?${DIGITS}(?:-[^/]*)?$`,
  // /topic/title-kb940006-44c66ad6-f185-4a1d-a9ab-473c1188954c, /topic/december-8-2020-kb4592438-os-builds-19041-685
  `^(?:/[a-z-]+)?/topic/(?:[^/]*-)?kb${DIGITS}(?:-[^/]*)?$`,
  // /support/kb/articles/Q156091.asp, /support/kb/articles/q156091.htm
  `^(?:/support)?/kb/articles/q${DIGITS}(?:${ENDING})?$`,
  // /intlkb/france/articles/Q186/9/Q186933.asp
  `/(?:articles|kb)/q\\d{1,4}/\\d/q${DIGITS}(?:${ENDING})?$`,
  // /kb/156/Q156715/README.md and /txt/156/Q156091.TXT of the public archive, with what a code host puts before it
  `^(?:/.*)?/kb/\\d{3}/q${DIGITS}/readme\\.md$`,
  `^(?:/.*)?/txt/\\d{3}/q${DIGITS}\\.txt$`,
  `^/(?:.*/)?kbarchive/(?:.*/)?kb/\\d{3}/q${DIGITS}$`,
  // /wiki/index.php/Microsoft_KB_Archive/937194
  `^/(?:.*/)?microsoft_kb_archive/(?:kb|q)?${DIGITS}$`,
  // /940006, /Q156063, /KB940006.md, /824684/Description-Standard-Terminology.aspx, /kb_940006.aspx, /kbid=940006
  `^/(?=[a-z]|0*\\d{5})(?:(?:ms ?kb|kbid|kb|q)[ :#=_-]*)?${DIGITS}(?:${ENDING}|/[^/]+\\.aspx)?$`,
].map((form) => new RegExp(form))

/** The number in pieces: /support/kb/articles/Q156/0/91.asp, KB/Q141/4/46.TXT, MISC/KB/en-us/163/292.HTM */
const SPLIT_FORMS: readonly RegExp[] = [
  /\/(?:articles|kb)\/q(\d{1,4})\/(\d)\/(\d{2})(?:\.(?:asp|html?|txt))?$/,
  new RegExp(`/kb/${LANGUAGE}/(\\d{1,4})/(\\d{3})\\.html?$`),
]

/** Paths that take a number in the query: ?kbid=, ?scid=kb;en-us;940006 */
const PARAMETER_PATHS = /^(?:\/default\.aspx?|\/kb|\/kb\/default\.aspx?)?$/
/** Paths that take it by a name of their own: kblookup.asp?id=299444, support.microsoft.com/?id=316827 */
const LOOKUPS: ReadonlyMap<string, string> = new Map([
  ['', 'id'],
  ['/support/misc/kblookup.asp', 'id'],
  ['/feedback.aspx', 'kbnumber'],
])

/**
 * Parses the article's number from the path and query of a support site, encoded or not.
 * Support home, contact and download pages are not articles: `scid=fh;EN-US;CNTACTMS` gives `undefined`.
 */
export function parseLegacyPath(path: string, query: URLSearchParams): KbNumber | undefined {
  if (path.length > MAX_ADDRESS_LENGTH) return undefined
  // An encoded path may hold the query as well: /default.aspx%3Fscid%3Dkb%3Ben-us%3B940006
  const [written = '', writtenQuery] = decodeFully(path).toLowerCase().split(/[?#]/)
  const plain = tidyPath(written)
  const byParameter = numberInQuery(plain, query) ?? numberInQuery(plain, new URLSearchParams(writtenQuery))
  if (byParameter !== undefined) return byParameter
  for (const form of SPLIT_FORMS) {
    const pieces = form.exec(plain)?.slice(1)
    if (pieces) return toKbNumber(Number(pieces.join('')))
  }
  for (const form of PATH_FORMS) {
    const digits = form.exec(plain)?.[1]
    if (digits !== undefined) return toKbNumber(Number(digits))
  }
  return undefined
}

/** Parses the article's number from the URL of a historical support site. */
export function parseLegacyUrl(address: string): KbNumber | undefined {
  const url = parseAddress(address)
  return url && HOST.test(url.hostname) ? parseLegacyPath(url.pathname, url.searchParams) : undefined
}

/** Below 30,000, `support.microsoft.com/help/17295` is another kind of help, and only by chance the number of an article. */
const OTHER_HELP = /\/help\/0*[12]?\d{1,4}(?:[/?#]|$)/i

/** Parses the article's number from a URL that an article cites. */
export function parseCitedUrl(address: string): KbNumber | undefined {
  return isOtherHelp(address) ? undefined : parseLegacyUrl(address)
}

/** Tells whether a URL that a text cites is one of the support site's other help, which has small numbers of its own. */
export function isOtherHelp(address: string): boolean {
  return OTHER_HELP.test(address)
}

/** Tells whether an address is one of a support site, or of another site of its vendor: most of these are not articles. */
export function isVendorAddress(address: string): boolean {
  const url = parseAddress(address)
  return url !== undefined && (HOST.test(url.hostname) || /(?:^|\.)microsoft\.com$/i.test(url.hostname))
}

/** Parses an absolute URL, which may lack its scheme. */
export function parseAddress(address: string): URL | undefined {
  if (address.length > MAX_ADDRESS_LENGTH) return undefined
  const text = /^(?:https?|ftp):\/\//i.test(address) ? address : `http://${address}`
  return URL.canParse(text) ? new URL(text) : undefined
}

/** Removes what stands around an address in a sentence, doubled slashes, the language and what says nothing. */
function tidyPath(path: string): string {
  return path
    .replace(/[\\/]+/g, '/')
    .replace(/[\s/.,;:!?'"<>()[\]{}*]+$/, '')
    .replace(new RegExp(`^/${LANGUAGE}(?=/|$)`), '')
    .replace(/^\/intlkb\/[a-z-]+(?=\/)/, '/kb')
    .replace(/^\/default\.aspx?(?=\/kb\/)/, '')
}

function numberInQuery(path: string, query: URLSearchParams): KbNumber | undefined {
  for (const [written, value] of query) {
    // Addresses that were copied from the source of a page: ?sd=tech&amp;kbid=940006
    const number = numberInParameter(path, written.toLowerCase().replace(/^amp;/, ''), value)
    if (number !== undefined) return number
  }
  return undefined
}

function numberInParameter(path: string, name: string, value: string): KbNumber | undefined {
  const isAlone = PARAMETER_PATHS.test(path)
  if (LOOKUPS.get(path) === name || (isAlone && name === 'kbid')) return parseKbNumber(value.replace(/[.,;:)\]]+$/, ''))
  if (name === 'title') return toKbNumber(Number(/^microsoft_kb_archive\/(?:kb|q)?(\d{1,7})$/i.exec(value)?.[1]))
  if (!(isAlone || /\.aspx?$/.test(path)) || (name !== 'scid' && name !== 'id')) return undefined
  // kb;en-us;940006, KB;EN-US;q156091, kb;940006, kb;[LN];824684
  const digits = /^kb;(?:\[?[a-z-]*\]?;)?(?:kb|q)?0*(\d{1,7})(?![a-z\d])/i.exec(value)?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}
