import { extractTerms, wordToTerm } from '@/lib/kb/search/terms'

/** An occurrence of a term in a text. */
export interface TermMatch {
  readonly start: number
  readonly end: number
  readonly term: string
}

const IS_ASCII = /^[\x00-\x7f]*$/

/** Gives a function that finds all occurrences of the terms in a text, in reading order. */
export function termFinder(terms: WantedTerms): (text: string) => TermMatch[] {
  const wanted = [...terms.keys()]
  if (wanted.length === 0) return () => []
  if (!wanted.every((term) => IS_ASCII.test(term))) return (text) => findInAllWords(text, terms)
  const beginnings = markBeginnings(wanted)
  return (text) => findInAscii(text, terms, beginnings) ?? findInAllWords(text, terms)
}

interface WantedTerms {
  has(term: string): boolean
  keys(): Iterable<string>
}

const CODES = 128
const DOT = 46
const APOSTROPHE = 39
/** Makes a code of a letter that of its small letter, and leaves digits as they are. */
const SMALL = 32
/** Longer ones are no words. */
const MAX_WORD_LENGTH = 40
const IS_WORD = Uint8Array.from({ length: CODES }, (_, code) => Number(/[A-Za-z0-9]/.test(String.fromCharCode(code))))
const IS_LETTER = Uint8Array.from({ length: CODES }, (_, code) => Number(/[A-Za-z]/.test(String.fromCharCode(code))))

/** Marks the first two characters of each term, which are those of all its words; a word of one letter may belong to any. */
function markBeginnings(terms: readonly string[]): Uint8Array {
  const marks = new Uint8Array(CODES * CODES)
  for (const term of terms) {
    const first = term.charCodeAt(0)
    if (first === DOT) marks[DOT * CODES] = 1
    else marks[first * CODES] = marks[first * CODES + term.charCodeAt(1)] = 1
  }
  return marks
}

/**
 * Looks only at words that begin like a term, which takes a fraction of the time of reading every word. Gives `undefined` for a
 * text with other letters than those of ASCII.
 */
function findInAscii(text: string, terms: WantedTerms, beginnings: Uint8Array): TermMatch[] | undefined {
  const matches: TermMatch[] = []
  const length = text.length
  const add = (start: number, end: number) => {
    const term = wordToTerm(text.slice(start, end))
    if (terms.has(term)) matches.push({ start, end, term })
  }
  let isAfterWord = false
  for (let start = 0; start < length; ) {
    const code = text.charCodeAt(start)
    if (code >= CODES) return undefined
    if (IS_WORD[code] === 0) {
      const isNet = code === DOT && beginnings[DOT * CODES] === 1 && !isAfterWord
      if (isNet && IS_NET.test(text.slice(start, start + NET_LENGTH))) add(start, start + NET_LENGTH - 1)
      isAfterWord = false
      start++
      continue
    }
    let end = start + 1
    while (end < length && IS_WORD[text.charCodeAt(end)] === 1) end++
    const second = end === start + 1 ? 0 : text.charCodeAt(start + 1) | SMALL
    const isWanted = beginnings[(code | SMALL) * CODES + second] === 1
    const sign =
      second === 0 && isWanted && IS_LETTER[code] === 1 ? SIGN.exec(text.slice(end, end + 3))?.[0] : undefined
    if (sign !== undefined) end += sign.length
    else if (end < length && text.charCodeAt(end) === APOSTROPHE) end = skipLetters(text, end + 1)
    if (isWanted && end - start <= MAX_WORD_LENGTH) add(start, end)
    isAfterWord = sign === undefined
    start = end
  }
  return matches
}

/** Gives the end of the letters behind an apostrophe at `at - 1`, or the place of the apostrophe if there are none. */
function skipLetters(text: string, at: number): number {
  let end = at
  while (end < text.length && IS_LETTER[text.charCodeAt(end)] === 1) end++
  return end === at ? at - 1 : end
}

const IS_NET = /^\.net(?![a-z0-9])/i
const NET_LENGTH = 5
/** The end of `C++` and `F#`. */
const SIGN = /^(?:\+\+|#)(?![A-Za-z0-9])/

function findInAllWords(text: string, terms: WantedTerms): TermMatch[] {
  const matches: TermMatch[] = []
  extractTerms(text, {
    onWord: (term, _plain, start, end) => {
      if (terms.has(term)) matches.push({ start, end, term })
    },
    onPart: () => {},
  })
  return matches
}
