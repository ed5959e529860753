/** The identity of an article: an integer from 1 to 9,999,999 that is never reused. */
export type KbNumber = number & { readonly __brand: 'KbNumber' }

/** Known numbers run from Q10022 to seven digits; hand-written collections may use fewer than five. */
const MAX_KB_NUMBER = 9_999_999

/**
 * One number in any historical spelling, and nothing else around it: `940006`, `KB940006`, `kb 940006`, `KB-940006`,
 * `Q156091`, `q0156091`, `(KB940006)`, `ARTICLE-ID: Q156091`, `PSS ID Number: 115389`, full-width digits.
 */
const SPELLING = /^(?:(?:article[- ]id|pss id number):\s*)?\(?(?:(?:kb|q)[\s:#-]*)?0*(\d{1,7})\)?$/i

/** Parses a text that is a number in any spelling, and nothing else. */
export function parseKbNumber(text: string): KbNumber | undefined {
  if (text.length > 40) return undefined
  const digits = SPELLING.exec(text.normalize('NFKC').trim())?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}

/** Parses the first number with its letters in a text: `article Q250563`, `update KB940006 fails`. */
export function parseNamedNumber(text: string): KbNumber | undefined {
  const digits = /(?<![\p{L}\p{N}])(?:KB ?|Q)(\d{5,7})(?![\p{L}\p{N}])/iu.exec(text)?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}

/** Gives `value` as a KB number if it is an integer in range. */
export function toKbNumber(value: number): KbNumber | undefined {
  return isKbNumber(value) ? value : undefined
}

export function isKbNumber(value: unknown): value is KbNumber {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_KB_NUMBER
}

/** Formats a number as readers know it: 940006 becomes `KB940006`. */
export function formatKbNumber(number: KbNumber): string {
  return `KB${number}`
}
