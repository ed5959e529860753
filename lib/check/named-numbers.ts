import { parseArticleAddress } from '@/lib/kb/numbers/article-address'
import { type KbNumber, parseNamedNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { parseLegacyUrl } from '@/lib/kb/numbers/legacy-url'
import { ownPrefix } from '@/lib/kb/numbers/number-prefix'
import { listAddresses, parseArchiveAddress } from '@/lib/kb/numbers/wrapped-address'
import type { NamedNumber } from './paste'
import { quoteLine } from './quote-line'

/** A text names some hundreds of articles at most; what is beyond costs a query each. */
export const MAX_NAMED_NUMBERS = 200
/** Each match costs the parsing of an address. */
const MAX_MATCHES = 1000

/** Letters and digits before a number make it a part of something else; signs and letters of other scripts do not. */
const ALONE_BEFORE = String.raw`(?<![A-Za-z\u00c0-\u024f\d])`
const ALONE_AFTER = String.raw`(?!\d|(?!v\d)[A-Za-z\u00c0-\u024f])`
/** `KB940006`, `kb 940006`, `KB : 940006`, `KB` and `940006` on the next line, `Q156091`, `KB947821-v34`. */
const SPELLED = new RegExp(
  `${ALONE_BEFORE}(?:(?:MS)?KBs?(?:[ \\t]?(?:article|number|no\\.?|id))?[ \\t]{0,3}[:#_-]?[ \\t]{0,3}\\n?[ \\t]{0,3}|Q)(\\d{5,7})${ALONE_AFTER}`,
  'gi',
)
/** `ARTICLE-ID: Q156091`, `PSS ID Number: 115389`, `Artikel-ID: 940006` */
const TITLED = new RegExp(
  `${ALONE_BEFORE}(?:PSS ID Number|Arti[ck][a-zé]{1,4}[- ]ID|ID de l.article|Id\\.? de artículo|文書番号|文章编号)[ \\t]{0,10}:[ \\t]{0,10}(?:KB|Q)?(\\d{5,7})${ALONE_AFTER}`,
  'gi',
)
/** `RU6 (2608656)`, `hotfix 940006`, `MS10-106: ... (2407132)`: digits that the words before make a number. */
const WORDED =
  /(?:\b(?:RU|UR|rollup|update|hotfix|patch|article)(?:[ \t]?\d{1,2}(?:-?v\d)?)?[ \t]{0,2}[#:]?[ \t]{0,2}\(?|\bMS\d{2}-\d{3}\b[^\n()]{0,200}\()(\d{6,7})(?![\d\p{L}]|[.,-]\d)/giu
/** An absolute address, or one of the support site without its scheme. */
const ADDRESS = /(?:\b(?:https?|ftp):\/\/|\bwww\.|\bsupport\.microsoft\.com\/)[^\s<>"'()]{1,2000}/gi
/** `KB/Q141/4/46.TXT`: a file of the FTP mirror. */
const MIRROR_PATH = /(?<![\p{L}\p{N}/])KB\/Q\d{1,4}\/\d\/\d{2}(?:\.TXT)?/giu
/** `, 981383 and 2279665` behind a number. */
const MORE = /(?:,|;|\/|,? (?:and|or|und|oder|et|y|e)) {0,2}(\d{6,7})(?![\d\p{L}]|[.,-]\d)/uy
/** How a number is named. Digits without letters may be anything. */
const FORMS: readonly { readonly pattern: RegExp; readonly isBare: boolean }[] = [
  { pattern: SPELLED, isBare: false },
  { pattern: TITLED, isBare: false },
  { pattern: WORDED, isBare: true },
]

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
    for (const { number, isBare } of parseAddress(match[0])) add(number, match, { isBare, isAddress: true })
  }
  const own = ownPrefix()
  const ownForm = own && { pattern: new RegExp(`${ALONE_BEFORE}${own}0*(\\d{1,7})${ALONE_AFTER}`, 'gi'), isBare: false }
  for (const { pattern, isBare } of ownForm ? [ownForm, ...FORMS] : FORMS) {
    for (const match of matchSome(whole, pattern)) {
      add(toKbNumber(Number(match[1])), match, { isBare, isAddress: false })
      for (const digits of listMore(whole, match.index + match[0].length)) {
        add(parseNamedNumber(`KB${digits}`), match, { isBare: true, isAddress: false })
      }
    }
  }
  const inOrder = [...found.values()].sort((one, other) => one.index - other.index)
  return inOrder.slice(0, MAX_NAMED_NUMBERS).map(({ index: _index, ...named }) => named)
}

function listMore(text: string, start: number): string[] {
  const found: string[] = []
  MORE.lastIndex = start
  for (let more = MORE.exec(text); more && found.length < MAX_NAMED_NUMBERS; more = MORE.exec(text)) {
    found.push(more[1] ?? '')
  }
  return found
}

/** On another host than the support site the path may be anything's, but for the archives that are known. */
function parseAddress(text: string): { number: KbNumber | undefined; isBare: boolean }[] {
  return listAddresses(text.replace(/[.,;:!?\]}*]+$/, '')).map((address) => {
    const archived = parseArchiveAddress(address)
    if (archived !== undefined) return { number: archived, isBare: false }
    const isVendors = /^kb\//i.test(address) || parseLegacyUrl(address) !== undefined
    return { number: parseArticleAddress(address), isBare: !isVendors }
  })
}

function matchSome(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  for (const match of text.matchAll(pattern)) {
    found.push(match)
    if (found.length === MAX_MATCHES) break
  }
  return found
}
