/** What a character is to words. */
const [LETTER, NUMBER, MARK, UNSPACED, KNOWN] = [1, 2, 4, 8, 128] as const
const WITHIN = LETTER | NUMBER | MARK
const [QUOTE, CURLY_QUOTE, PLUS, SHARP, DOT] = [0x27, 0x2019, 0x2b, 0x23, 0x2e]

/** Chinese, Japanese and Korean have no blanks between words, or endings that change them. */
const IS_UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー]/u
/** By code point, of those that were met; few texts have any above. */
const KINDS = new Uint8Array(0x11_0000)

/**
 * Receives the place of a word, what `hashOf` gives for it, and whether it is writing without blanks, which is several words in one
 * piece.
 */
type OnPlace = (start: number, end: number, hash: number, isUnspaced: boolean) => void

/** Gives the codes of a text, which are read several times: from a piece of a text, each reading of a code takes longer. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  for (let at = 0; at < codes.length; at++) codes[at] = text.charCodeAt(at)
  return codes
}

/**
 * Finds the words of a text, in reading order. A word may have one apostrophe: `can't`, `user's`. C++, F# and .NET are words. It is a
 * loop and no pattern, since it reads every character of a collection.
 */
export function scanWords(codes: Uint16Array, onPlace: OnPlace): void {
  for (let at = 0; at < codes.length; ) {
    const code = codeAt(codes, at)
    const kind = kindOf(code)
    if ((kind & (WITHIN | UNSPACED)) === 0) {
      if (code === DOT && isNet(codes, at)) {
        onPlace(at, at + 4, hashOf(codes, at, at + 4), false)
        at += 4
      } else at += widthOf(code)
      continue
    }
    let end = at
    if ((kind & UNSPACED) > 0) {
      end = endOfKind(codes, at, UNSPACED, 0)
      onPlace(at, end, 0, true)
    } else {
      end = endOfLanguage(codes, at, code)
      if (end < 0) end = endOfWord(codes, at)
      onPlace(at, end, hashOf(codes, at, end), false)
    }
    at = end
  }
}

/** Gives a number that is the same for the same piece of any text. */
export function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) | 0
  return hash ^ (hash >>> 15)
}

function endOfWord(codes: Uint16Array, start: number): number {
  const end = endOfKind(codes, start, WITHIN, UNSPACED)
  const mark = codes[end]
  const hasMore = (mark === QUOTE || mark === CURLY_QUOTE) && (kindOf(codeAt(codes, end + 1)) & LETTER) > 0
  return hasMore ? endOfKind(codes, end + 1, LETTER, 0) : end
}

function endOfKind(codes: Uint16Array, start: number, wanted: number, unwanted: number): number {
  let at = start
  while (at < codes.length) {
    const code = codeAt(codes, at)
    const kind = kindOf(code)
    if ((kind & wanted) === 0 || (kind & unwanted) > 0) break
    at += widthOf(code)
  }
  return at
}

/** The end of `C++` or `F#`, or -1. */
function endOfLanguage(codes: Uint16Array, start: number, code: number): number {
  const next = codes[start + 1]
  const end = next === SHARP ? start + 2 : next === PLUS && codes[start + 2] === PLUS ? start + 3 : -1
  const isAsciiLetter = code < 0x80 && (kindOf(code) & LETTER) > 0
  return end > 0 && isAsciiLetter && !isLetterOrDigit(codeAt(codes, end)) ? end : -1
}

function isNet(codes: Uint16Array, at: number): boolean {
  const isNamed = isLetter(codes[at + 1], 'n') && isLetter(codes[at + 2], 'e') && isLetter(codes[at + 3], 't')
  if (!isNamed || isLetterOrDigit(codeAt(codes, at + 4))) return false
  const before = codes[at - 1] ?? 0
  const isPair = before >= 0xdc00 && before <= 0xdfff
  return !isLetterOrDigit(isPair ? codeAt(codes, at - 2) : before)
}

/** Letters of ASCII differ by one bit from the capital ones. */
function isLetter(code: number | undefined, letter: string): boolean {
  return code !== undefined && code < 0x80 && (code | 0x20) === letter.charCodeAt(0)
}

function isLetterOrDigit(code: number): boolean {
  return (kindOf(code) & (LETTER | NUMBER)) > 0
}

function kindOf(code: number): number {
  const kind = KINDS[code] ?? KNOWN
  return kind > 0 ? kind : learnKind(code)
}

function learnKind(code: number): number {
  const character = String.fromCodePoint(code)
  const kind =
    KNOWN |
    (/\p{L}/u.test(character) ? LETTER : 0) |
    (/\p{N}/u.test(character) ? NUMBER : 0) |
    (/\p{M}/u.test(character) ? MARK : 0) |
    (IS_UNSPACED.test(character) ? UNSPACED : 0)
  KINDS[code] = kind
  return kind
}

/** Past the end there are zeros. */
function codeAt(codes: Uint16Array, at: number): number {
  const unit = codes[at] ?? 0
  if (unit < 0xd800 || unit > 0xdbff) return unit
  const low = codes[at + 1] ?? 0
  return low >= 0xdc00 && low <= 0xdfff ? (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x1_0000 : unit
}

function widthOf(code: number): number {
  return code > 0xffff ? 2 : 1
}
