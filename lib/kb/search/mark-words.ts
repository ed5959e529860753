import type { SnippetPart } from './search-query'
import { parseSearchWords } from './search-words'

/** Where a text has a word of a search. */
export interface TextMark {
  readonly start: number
  readonly end: number
  /** It was not typed, but means the same as what was. */
  readonly isAdded: boolean
}

/**
 * Marks what was typed so far in a title: beginnings of words or, for a word that begins none, the inside of words. Typing
 * `rollup 4` marks `Rollup` and `4` in `Update Rollup 4`.
 */
export function markWords(title: string, typed: string): readonly SnippetPart[] {
  const { words, phrases } = parseSearchWords(typed)
  const patterns = [...phrases, ...words].map((word) => toPattern(title, word))
  if (patterns.length === 0) return [{ text: title, isMatch: false }]
  return title
    .split(new RegExp(`(${patterns.join('|')})`, 'iu'))
    .map((text, index) => ({ text, isMatch: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

function toPattern(title: string, word: string): string {
  const inside = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const beginning = `(?<![\\p{L}\\p{N}])${inside}`
  return new RegExp(beginning, 'iu').test(title) ? beginning : inside
}
