import { type KbNumber, parseKbNumber, parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import { parseArticleAddress, parseLegacyUrl } from '@/lib/kb/numbers/legacy-url'
import type { NamedNumber } from './paste'
import { quoteLine } from './quote-line'

/** A text names some hundreds of articles at most; what is beyond costs a query each. */
export const MAX_NAMED_NUMBERS = 200
/** Each match costs the parsing of an address. */
const MAX_MATCHES = 1000

/** `KB940006`, `kb 940006`, `Q156091`, `ARTICLE-ID: Q156091`, `PSS ID Number: 115389`, `Article ID : 940006` */
const SPELLED =
  /(?<![\p{L}\p{N}/=;])(?:(?:KB[ #-]?|Q)\d{5,7}|(?:PSS ID Number|Article[- ]ID)[ \t]{0,10}:[ \t]{0,10}(?:KB|Q)?\d{5,7})(?![\p{L}\p{N}])/giu
/** An absolute address, or one of the support site without its scheme. */
const ADDRESS = /(?:\b(?:https?|ftp):\/\/|\bwww\.|\bsupport\.microsoft\.com\/)[^\s<>"'()]{1,490}/gi
/** `KB/Q141/4/46.TXT`: a file of the FTP mirror. */
const MIRROR_PATH = /(?<![\p{L}\p{N}/])KB\/Q\d{1,4}\/\d\/\d{2}(?:\.TXT)?/giu

/** Lists the articles that a text names, in any spelling and by any historical address, each once, in reading order. */
export function findNamedNumbers(text: string): readonly NamedNumber[] {
  // Mail programs break long addresses after a delimiter.
  const whole = text.replace(/([;=/])\n(?=(?:KB|Q)?\d{5,7}\b)/gi, '$1')
  const found = new Map<KbNumber, NamedNumber & { readonly index: number }>()
  const add = (number: KbNumber | undefined, match: RegExpExecArray, how: { isBare: boolean; isAddress: boolean }) => {
    const known = number === undefined ? undefined : found.get(number)
    if (number === undefined || (known && (how.isBare || !known.isBare))) return
    found.set(number, { number, ...how, quote: quoteLine(whole, match.index, match[0].length), index: match.index })
  }
  for (const match of [...matchSome(whole, ADDRESS), ...matchSome(whole, MIRROR_PATH)]) {
    const address = match[0].replace(/[.,;:!?\]}*]+$/, '')
    const isVendors = /^kb\//i.test(address) || parseLegacyUrl(address) !== undefined
    // On another host the path may be anything's.
    add(parseArticleAddress(address), match, { isBare: !isVendors, isAddress: true })
  }
  for (const match of matchSome(whole, SPELLED)) {
    add(parseNamedNumber(`KB${/\d{5,7}$/.exec(match[0])?.[0]}`), match, { isBare: false, isAddress: false })
  }
  const inOrder = [...found.values()].sort((one, other) => one.index - other.index)
  return inOrder.slice(0, MAX_NAMED_NUMBERS).map(({ index: _index, ...named }) => named)
}

function matchSome(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)].slice(0, MAX_MATCHES)
}

/** Lists the numbers of a text that holds nothing else: one or many, with letters or without. */
export function parseNumberList(text: string): readonly NamedNumber[] {
  const words = text.split(/[\s,;|•*-]+/).filter((word) => word !== '')
  const numbers = words.map((word): NamedNumber | undefined => {
    const number = /^\D{0,2}\d{5,7}$/.test(word) ? (parseNamedNumber(word) ?? parseKbNumber(word)) : undefined
    const isBare = /^\d/.test(word)
    return number === undefined ? undefined : { number, isBare, isAddress: false, quote: word }
  })
  return numbers.every((number) => number !== undefined) ? firstOfEach(numbers) : []
}

function firstOfEach(numbers: readonly NamedNumber[]): NamedNumber[] {
  const byNumber = new Map<KbNumber, NamedNumber>()
  for (const named of numbers) {
    const known = byNumber.get(named.number)
    if (!known || (known.isBare && !named.isBare)) byNumber.set(named.number, named)
  }
  return [...byNumber.values()].slice(0, MAX_NAMED_NUMBERS)
}
