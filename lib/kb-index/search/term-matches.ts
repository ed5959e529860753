import { extractTerms, wordToTerm } from '@/lib/kb/search/terms'

/** An occurrence of a term in a text. */
export interface TermMatch {
  readonly start: number
  readonly end: number
  readonly term: string
}

const IS_ASCII = /^[\x00-\x7f]*$/

/** Gives a function that finds all occurrences of the terms in a text, in reading order. */
export function termFinder(terms: {
  has(term: string): boolean
  keys(): Iterable<string>
}): (text: string) => TermMatch[] {
  const wanted = [...terms.keys()]
  if (wanted.length === 0) return () => []
  if (!wanted.every((term) => IS_ASCII.test(term))) return (text) => findInAllWords(text, terms)
  // Looking only at words that begin like a term takes a tenth of the time of extracting every word.
  const pattern = new RegExp(`(?<![a-z0-9])(?:${wanted.map(toPattern).join('|')})`, 'gi')
  return (text) => {
    if (!IS_ASCII.test(text)) return findInAllWords(text, terms)
    const matches: TermMatch[] = []
    for (const match of text.matchAll(pattern)) {
      const term = wordToTerm(match[0])
      if (terms.has(term)) matches.push({ start: match.index, end: match.index + match[0].length, term })
    }
    return matches
  }
}

/**
 * A word begins with its stem, except that a last `i` of the stem may be `y`, and that a short stem may have an `e` more: `use` and
 * `using`. A term that is not a stem is the whole word.
 */
function toPattern(term: string): string {
  const isStem = /^[a-z]+$/.test(term)
  // A stem of two letters is a word, or belongs to a short one, such as `go` to `going`.
  const ending = isStem ? (term.length > 2 ? '[a-z0-9]*' : '(?:ing|s)?') : ''
  const beginning = (isStem ? term.replace(/(?<=^..)e$|(?<=..)i$/, '') : term).replace(/[^a-z0-9]/g, '\\$&')
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
