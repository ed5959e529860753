import { extractTerms, listWordTerms, termOfWord } from '@/lib/kb/search/terms'

/** Where a term stands in a text. */
export interface TermMatch {
  readonly start: number
  readonly end: number
  readonly term: string
}

const IS_ASCII = /^[\x00-\x7f]*$/

/** Finds the places of terms in a text, in reading order. */
export function findTerms(text: string, terms: { has(term: string): boolean; keys(): Iterable<string> }): TermMatch[] {
  const sought = [...terms.keys()]
  if (sought.length === 0) return []
  if (!IS_ASCII.test(text) || !sought.every((term) => IS_ASCII.test(term))) return findInAllWords(text, terms)
  // Only words that begin as a term does are looked at: the pattern costs a tenth of reading every word.
  const pattern = new RegExp(`(?<![a-z0-9])(?:${sought.map(patternOf).join('|')})`, 'gi')
  const matches: TermMatch[] = []
  for (const match of text.matchAll(pattern)) {
    const term = termOfWord(match[0])
    if (terms.has(term)) matches.push({ start: match.index, end: match.index + match[0].length, term })
  }
  return matches
}

/** Tells whether the terms stand one after the other in a text. */
export function hasPhrase(text: string, terms: readonly string[]): boolean {
  if (!IS_ASCII.test(text) || !terms.every((term) => IS_ASCII.test(term)))
    return hasSequence(listWordTerms(text), terms)
  const words = terms.map(patternOf).join('[^a-z0-9]+')
  for (const [match] of text.matchAll(new RegExp(`(?<![a-z0-9])${words}`, 'gi'))) {
    if (hasSequence(listWordTerms(match), terms)) return true
  }
  return false
}

/** A word begins with its stem, but for a last `y` that the stem has as `i`. What is no stem stands as it is. */
function patternOf(term: string): string {
  const isStem = /^[a-z]+$/.test(term)
  // So short a stem is that of a short word: `ex` of `exe`.
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
  return words.some((_, place) => terms.every((term, offset) => words[place + offset] === term))
}
