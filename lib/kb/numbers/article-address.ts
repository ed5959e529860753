import { isArticleName, keyOfName } from './article-name'
import { type KbNumber, parseKbNumber, parseNamedKey, toKbNumber } from './kb-number'
import { MAX_ADDRESS_LENGTH, parseAddress, parseLegacyPath, parseLegacyUrl } from './legacy-url'
import { ownPrefix } from './number-prefix'
import { decodeFully, listAddresses, parseArchiveAddress } from './wrapped-address'

/** Parses a number in any spelling, or the URL of an article here, on a historical support site or in an archive. */
export function parseArticleAddress(text: string): KbNumber | undefined {
  const trimmed = text.trim()
  const number = parseKbNumber(trimmed)
  if (number !== undefined || !/[./?]/.test(trimmed) || /\s/.test(trimmed)) return number
  // How pages and lists call an article without a number.
  if (trimmed.startsWith('a/')) return parseNamedKey(trimmed.slice(2))
  return parseRelativePath(trimmed) ?? parseKbLink(trimmed) ?? parseAddressOfViewer(trimmed)
}

/** Parses the URL of an article on a historical support site or in an archive, also if a mail filter has wrapped it. */
export function parseKbLink(address: string): KbNumber | undefined {
  for (const inner of listAddresses(address)) {
    const number = parseLegacyUrl(inner) ?? parseArchiveAddress(inner)
    if (number !== undefined) return number
  }
  return undefined
}

/**
 * Parses what a path of this viewer means: an article without a number (`/a/zik0zj`, `/article/NAME`), a path of a support site,
 * or a whole address behind the first slash, as in `/https://support.microsoft.com/kb/940006`.
 */
export function parseArticlePath(path: string, query: URLSearchParams): KbNumber | undefined {
  const own = ownPrefix()
  const typed =
    own && new RegExp(`^/+(?:kb/+)?${own}0*(\\d{1,7})(?:\\.md|\\.html?)?/*$`, 'i').exec(decodeFully(path.slice(0, 100)))
  if (typed) return toKbNumber(Number(typed[1]))
  const [, room, rest = ''] = /^\/+(a|article)\/+(.+?)\/*$/.exec(path.slice(0, MAX_ADDRESS_LENGTH + 1)) ?? []
  if (room === 'a') return parseNamedKey(rest.replace(/\.md$/, ''))
  const published = path.length > MAX_ADDRESS_LENGTH ? undefined : PUBLISHED.exec(path)?.[1]
  if (published !== undefined) return parseName(decodeFully(published).toLowerCase())
  if (room === 'article') return path.length > MAX_ADDRESS_LENGTH ? undefined : parseName(decodeFully(rest))
  const number = parseLegacyPath(path, query)
  if (number !== undefined) return number
  const address = /^\/(?:.*[/=])?https?(?::|%3a)/i.test(path) ? path : addressInQuery(path, query)
  return address === undefined ? undefined : parseKbLink(`viewer${address}${query.size > 0 ? `?${query}` : ''}`)
}

/** The path at which the vendor publishes a living article, in any language: its name, or one that it had before. */
const PUBLISHED = /^\/+(?:[a-z]{2}-[a-z]{2}\/+)?troubleshoot\/+(.+?)\/*$/i

function parseName(written: string): KbNumber | undefined {
  const name = written.replace(/\.md$/, '')
  return isArticleName(name) ? keyOfName(name) : undefined
}

/** The paths of wrapping services have the address in the query: /?url=http%3A%2F%2Fsupport.microsoft.com%2Fkb%2F940006 */
function addressInQuery(path: string, query: URLSearchParams): string | undefined {
  return path === '/' && query.has('url') ? path : undefined
}

/** `/kb/940006`, and without its slash `KB/Q141/4/46.TXT`, as listings of the FTP mirror write a file, or `kb940006.md`. */
function parseRelativePath(text: string): KbNumber | undefined {
  const isRelative = text.startsWith('/') || /^(?:[^./]+\/|(?:kb|q)?\d{5,7}\.(?:md|txt|html?)$)/i.test(text)
  const path = `/${text.replace(/^\/+/, '')}`
  const url = isRelative && URL.canParse(path, 'http://viewer') ? new URL(path, 'http://viewer') : undefined
  return url && parseArticlePath(url.pathname, url.searchParams)
}

/** A URL of this viewer on any host: http://kb.example:3000/kb/940006, http://kb.example/a/zik0zj */
function parseAddressOfViewer(address: string): KbNumber | undefined {
  const url = parseAddress(address)
  return url && /^\/(?:kb|a|article|(?:[a-z]{2}-[a-z]{2}\/)?troubleshoot)\//i.test(url.pathname)
    ? parseArticlePath(url.pathname, new URLSearchParams())
    : undefined
}
