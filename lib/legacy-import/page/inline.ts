import type { Link, PhrasingContent } from 'mdast'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { toKbNumber } from '@/lib/kb/numbers/kb-number'
import { parseLegacyUrl } from '@/lib/kb/numbers/legacy-url'

/**
 * Turns one paragraph of page text into phrasing: `937052 (http://support.microsoft.com/kb/937052/) How to` becomes a
 * link on the number, `http://x (http://x)` and `http://x` become one autolink. All else stays text.
 */
export function pageTextToPhrasing(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  const pattern = new RegExp(LINKS)
  let from = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const found = readLink(match)
    if (!found) {
      pattern.lastIndex = match.index + (match[1]?.length ?? match[0].length)
      continue
    }
    pushText(nodes, text.slice(from, match.index))
    nodes.push(found.link)
    from = match.index + found.length
    // `816916 (http://...) .`: the blank stood behind the address that is gone.
    if (/^ +[.,;]/.test(text.slice(from, from + 20))) from += /^ +/.exec(text.slice(from, from + 20))?.[0].length ?? 0
    // An address in brackets that differs from the one before it is a link of its own.
    pattern.lastIndex = from
  }
  pushText(nodes, text.slice(from))
  return nodes
}

/** The link to an article of the collection, shown as the page shows it. */
export function articleLink(number: KbNumber, text = String(number)): Link {
  return { type: 'link', url: `/kb/${number}`, children: [{ type: 'text', value: text }] }
}

/** An address as an autolink; one of an article points into the collection, as every reference does. */
export function addressLink(address: string): Link {
  const number = parseLegacyUrl(address)
  const url = number === undefined ? address.replace(/^(?:https?|ftp):/i, (scheme) => scheme.toLowerCase()) : ''
  return { type: 'link', url: url || `/kb/${number}`, children: [{ type: 'text', value: url || address }] }
}

/** A number and its address, or an address, which may be repeated in brackets behind itself. */
const LINKS =
  /(?<![\w/\\])Q?(\d{5,7}) ?\(\s*(https?:\/\/[^\s()]+)\s*\)|(?<![\w/])((?:https?|ftp):\/\/[^\s()<>"“”|]+(?:\((?!\s*https?:)[^\s()]*\)[^\s()<>"“”|]*)*)(?:\s*\(\s*((?:https?|ftp):\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\s*\))?/gi

function readLink(match: RegExpMatchArray): { link: Link; length: number } | undefined {
  const [whole, digits, reference, address, repeated] = match
  if (digits !== undefined && reference !== undefined) {
    const number = toKbNumber(Number(digits))
    if (number === undefined || parseLegacyUrl(reference) !== number) return undefined
    return { link: articleLink(number, whole.slice(0, whole.indexOf(digits) + digits.length)), length: whole.length }
  }
  if (address === undefined) return undefined
  if (repeated !== undefined && isSameAddress(address, repeated))
    return { link: addressLink(address), length: whole.length }
  // A full stop, a comma or a quote behind an address belongs to the sentence.
  const own = address.replace(/[.,;:!?'’\]]+$/, '')
  return own.length > 'http://'.length ? { link: addressLink(own), length: own.length } : undefined
}

function isSameAddress(one: string, other: string): boolean {
  const plain = (address: string) => address.toLowerCase().replace(/\/+$/, '')
  return plain(one) === plain(other)
}

function pushText(nodes: PhrasingContent[], value: string): void {
  if (value !== '') nodes.push({ type: 'text', value })
}
