import type { SnippetPart } from './search-query'
import { parseSearchWords } from './search-words'

/**
 * Marks in a title what was typed so far: the beginnings of words, and where no word begins so, the inside of words.
 * `rollup 4` in `Update Rollup 4` marks `Rollup` and `4`.
 */
export function markWords(title: string, typed: string): readonly SnippetPart[] {
  const { words, phrases } = parseSearchWords(typed)
  const patterns = [...phrases, ...words].map((word) => patternOf(title, word))
  if (patterns.length === 0) return [{ text: title, isMatch: false }]
  return title
    .split(new RegExp(`(${patterns.join('|')})`, 'iu'))
    .map((text, position) => ({ text, isMatch: position % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

function patternOf(title: string, word: string): string {
  const inside = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const beginning = `(?<![\\p{L}\\p{N}])${inside}`
  return new RegExp(beginning, 'iu').test(title) ? beginning : inside
}
