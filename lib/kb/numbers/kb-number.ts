import { numberPrefix, ownPrefix } from './number-prefix'

/**
 * The identity of an article, which is never reused: its KB number, from 1 to 9,999,999, or the key of an article that has a
 * name and no number, above these (see `keyOfName`). No text can name a key by accident.
 */
export type KbNumber = number & { readonly __brand: 'KbNumber' }

/** Known numbers run from Q10022 to seven digits; hand-written collections may use fewer than five. */
const MAX_KB_NUMBER = 9_999_999
/** Keys fill the rest of a signed 32-bit integer, which the search keeps in memory. */
export const FIRST_KEY = MAX_KB_NUMBER + 1
export const MAX_KEY = 2 ** 31 - 1

/**
 * One number in any historical spelling, and nothing else around it: `940006`, `KB940006`, `kb 940006`, `KB-940006`,
 * `Q156091`, `q0156091`, `(KB940006)`, `ARTICLE-ID: Q156091`, `PSS ID Number: 115389`, `MSKB 940006`, `KBID=940006`,
 * full-width digits.
 */
const SPELLING = /^(?:(?:article[- ]id|pss id number):\s*)?\(?(?:(?:ms ?kb|kbid|kb|q)[\s:#=_-]*)?0*(\d{1,7})\)?$/i

/** Parses a text that is a number in any spelling, and nothing else. */
export function parseKbNumber(text: string): KbNumber | undefined {
  if (text.length > 40) return undefined
  const plain = text.normalize('NFKC').trim()
  const own = ownPrefix()
  const digits = (own === undefined ? undefined : digitsBehind(own, plain)) ?? SPELLING.exec(plain)?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}

/** `EIP-1559`, `eip 1559`, `(EIP1559)` in a collection with that prefix */
function digitsBehind(prefix: string, text: string): string | undefined {
  return new RegExp(`^\\(?${prefix}0*(\\d{1,7})\\)?$`, 'i').exec(text)?.[1]
}

/** Parses the first number with its letters in a text: `article Q250563`, `update KB940006 fails`. */
export function parseNamedNumber(text: string): KbNumber | undefined {
  const own = ownPrefix()
  const pattern =
    own === undefined ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${own}0*(\\d{1,7})(?![\\p{L}\\p{N}])`, 'iu')
  const digits = pattern?.exec(text)?.[1] ?? /(?<![\p{L}\p{N}])(?:KB ?|Q)(\d{5,7})(?![\p{L}\p{N}])/iu.exec(text)?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}

/** Gives `value` as a KB number if it is an integer in range. */
export function toKbNumber(value: number): KbNumber | undefined {
  return isKbNumber(value) ? value : undefined
}

export function isKbNumber(value: unknown): value is KbNumber {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_KB_NUMBER
}

/** Gives `value` as the identity of an article if it is a KB number or the key of a name. */
export function toArticleKey(value: number): KbNumber | undefined {
  return isArticleKey(value) ? value : undefined
}

export function isArticleKey(value: unknown): value is KbNumber {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_KEY
}

/** Tells whether an article has a KB number; else it has a name. */
export function hasKbNumber(number: KbNumber): boolean {
  return number <= MAX_KB_NUMBER
}

/** The short form of the key of a named article, as its URL has it: 2147483647 becomes `zik0zj`. */
export function formatNamedKey(key: KbNumber): string {
  return key.toString(36)
}

/** Parses the short form of a key. */
export function parseNamedKey(text: string): KbNumber | undefined {
  const key = /^[0-9a-z]{5,6}$/.test(text) ? Number.parseInt(text, 36) : 0
  return key >= FIRST_KEY ? toArticleKey(key) : undefined
}

/** Formats a number as readers know it: 940006 becomes `KB940006`. An article without one is called by its address, `a/zik0zj`. */
export function formatKbNumber(number: KbNumber): string {
  return hasKbNumber(number) ? `${numberPrefix()}${number}` : `a/${formatNamedKey(number)}`
}
