import { extractTerms } from '@/lib/kb/search/terms'
import { quoteLine } from './quote-line'

/** Where a text has the terms that were sought. */
export interface TermPlaces {
  readonly text: string
  /** In reading order. */
  readonly places: readonly {
    readonly term: string
    readonly word: string
    readonly start: number
    readonly line: number
  }[]
}

/** Finds where a text has these terms. */
export function locateTerms(text: string, terms: readonly string[]): TermPlaces {
  const sought = new Set(terms)
  const places: TermPlaces['places'][number][] = []
  let [line, lineEnd] = [0, text.indexOf('\n')]
  extractTerms(text, {
    onWord: (term, _plain, start, end) => {
      if (!sought.has(term)) return
      for (; lineEnd !== -1 && lineEnd < start; lineEnd = text.indexOf('\n', lineEnd + 1)) line++
      places.push({ term, word: text.slice(start, end), start, line })
    },
    onPart: () => {},
  })
  return { text, places }
}

/** The words of a text that an article has as well, as the text spells them, and the line that has most of them. */
export interface TermQuote {
  readonly words: readonly string[]
  readonly quote: string
}

/** Gives the words and the line for the terms that an article has. */
export function quoteTerms({ text, places }: TermPlaces, terms: readonly string[]): TermQuote {
  const matched = places.filter(({ term }) => terms.includes(term))
  const words = terms.flatMap((term) => matched.find((place) => place.term === term)?.word ?? [])
  const termsOfLine = new Map<number, Set<string>>()
  for (const { line, term } of matched) termsOfLine.set(line, (termsOfLine.get(line) ?? new Set()).add(term))
  const [best] = [...termsOfLine].sort(([, one], [, other]) => other.size - one.size)
  const first = best && matched.find(({ line }) => line === best[0])
  return { words, quote: first ? quoteLine(text, first.start, first.word.length) : '' }
}
