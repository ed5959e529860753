import { parseArticleAddress, parseKbLink } from '@/lib/kb/numbers/article-address'
import { type KbNumber, parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import { isOtherHelp, isVendorAddress } from '@/lib/kb/numbers/legacy-url'

/** Longer texts are cut. */
export const MAX_LINKED_TEXT = 1_000_000
/** Links beyond these are left out, and the answer says so. */
export const MAX_KB_LINKS = 10_000

/** A link or a number of an article in a text, where it stands first. */
export interface KbLink {
  /** As it is written. */
  readonly text: string
  /** Absent for an address of a support site that is not one of an article. */
  readonly number?: KbNumber
  /** Counted from 1. */
  readonly line: number
  readonly count: number
}

/** What a text links to. */
export interface KbLinks {
  /** Each once, in reading order. */
  readonly links: readonly KbLink[]
  /** The number of different addresses of other sites. */
  readonly otherCount: number
  /** The text, or the number of its links, was above the limit. */
  readonly isCut: boolean
}

/**
 * An address with its scheme, or of the support site without one; the target of a Markdown or HTML link; or a number with its
 * letters that is no part of a file name or of a longer word.
 */
const LINK =
  /(?<url>\b(?:https?|ftp):\/\/[^\s<>"'`()\\|^{}]{1,2000}|\b(?:www\.|support\.)microsoft\.com\/[^\s<>"'`()\\|^{}]{1,2000})|(?<=\]\(|href=["']?)(?<path>[^\s<>"'`():#?]{1,300})|(?<![A-Za-z0-9\\/_.@#-])(?<spelled>(?:KB[ -]?|Q)\d{5,7})(?![A-Za-z0-9_]|[\\/]|-[A-Za-z]|\.[A-Za-z]{2,4}(?![A-Za-z]))/gi

/** Lists the links to articles in a text of any kind: a page, a README, an email or a list. `origin` is that of this site. */
export function findKbLinks(text: string, origin?: string): KbLinks {
  const found = new Map<string, KbLink & { count: number }>()
  const others = new Set<string>()
  const read = text.slice(0, MAX_LINKED_TEXT)
  let isCut = read.length < text.length
  let line = 1
  let counted = 0
  for (const match of read.matchAll(LINK)) {
    const written = tidy(match[0])
    for (; counted < match.index; counted++) if (read.charCodeAt(counted) === 10) line++
    const known = found.get(written)
    if (known) {
      known.count++
      continue
    }
    const link = parse(written, match.groups ?? {}, origin)
    if (link === undefined) {
      if (match.groups?.url !== undefined) others.add(written)
    } else if (found.size === MAX_KB_LINKS) {
      isCut = true
      break
    } else found.set(written, { text: written, number: link.number, line, count: 1 })
  }
  return { links: [...found.values()], otherCount: others.size, isCut }
}

/** Gives `undefined` for what is neither an article nor an address of a support site. */
function parse(
  written: string,
  { url, path, spelled }: Readonly<Record<string, string | undefined>>,
  origin: string | undefined,
): { readonly number?: KbNumber } | undefined {
  if (spelled !== undefined) return { number: parseNamedNumber(written.replace('-', ' ')) }
  if (path !== undefined) {
    const number = /(?:^|\/)kb\/|\.md$/i.test(path) ? parseArticleAddress(written) : undefined
    return number === undefined ? undefined : { number }
  }
  if (url === undefined) return undefined
  const isOwn = origin !== undefined && written.toLowerCase().startsWith(`${origin.toLowerCase()}/`)
  const number = isOwn ? parseArticleAddress(written) : isOtherHelp(written) ? undefined : parseKbLink(written)
  return number === undefined && !isVendorAddress(written) ? undefined : { number }
}

/** What follows an address in a sentence is not a part of it. */
function tidy(address: string): string {
  return address.replace(/[.,;:!?\]*_~]+$/, '')
}
