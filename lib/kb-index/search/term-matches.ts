import { extractTerms, listWordTerms, wordToTerm } from '@/lib/kb/search/terms'

/** An occurrence of a term in a text. */
export interface TermMatch {
  readonly start: number
  readonly end: number
  readonly term: string
}

const IS_ASCII = /^[\x00-\x7f]*$/

/** Finds all occurrences of the terms, in reading order. */
export function findTerms(text: string, terms: { has(term: string): boolean; keys(): Iterable<string> }): TermMatch[] {
  const wanted = [...terms.keys()]
  if (wanted.length === 0) return []
  if (!IS_ASCII.test(text) || !wanted.every((term) => IS_ASCII.test(term))) return findInAllWords(text, terms)
  // Looking only at words that begin like a term takes a tenth of the time of extracting every word.
  const pattern = new RegExp(`(?<![a-z0-9])(?:${wanted.map(toPattern).join('|')})`, 'gi')
  const matches: TermMatch[] = []
  for (const match of text.matchAll(pattern)) {
    const term = wordToTerm(match[0])
    if (terms.has(term)) matches.push({ start: match.index, end: match.index + match[0].length, term })
  }
  return matches
}

/** Tells whether a text has the terms one after the other. */
export function hasPhrase(text: string, terms: readonly string[]): boolean {
  if (!IS_ASCII.test(text) || !terms.every((term) => IS_ASCII.test(term)))
    return hasSequence(listWordTerms(text), terms)
  const words = terms.map(toPattern).join('[^a-z0-9]+')
  for (const [match] of text.matchAll(new RegExp(`(?<![a-z0-9])${words}`, 'gi'))) {
    if (hasSequence(listWordTerms(match), terms)) return true
  }
  return false
}

/** A word begins with its stem, except that a last `i` of the stem may be `y`. A term that is not a stem is the whole word. */
function toPattern(term: string): string {
  const isStem = /^[a-z]+$/.test(term)
  // A stem of two letters belongs to a short word, such as `ex` to `exe`.
  const ending = isStem ? (term.length > 2 ? '[a-z0-9]*' : '[a-z]{0,2}') : ''
  const beginning = (isStem && term.length > 2 ? term.replace(/i$/, '') : term).replace(/[^a-z0-9]/g, '\\$&')
  return `${beginning}${ending}(?:'[a-z]+)?(?![a-z0-9])`
}

function findInAllWords(text: string, terms: { has(term: string): boolean }): TermMatch[] {
  const matches: TermMatch[] = []
  extractTerms(text, {
    onWord: (term, _plain, start, end) => {
      if (terms.has(term)) matches.push({ start, end, term })
    },
    onPart: () => {},
  })
  return matches
}

function hasSequence(words: readonly string[], terms: readonly string[]): boolean {
  return words.some((_, index) => terms.every((term, offset) => words[index + offset] === term))
}
