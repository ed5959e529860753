import { isStopWord } from '@/lib/kb/search/stop-words'
import { extractTerms } from '@/lib/kb/search/terms'
import { translateWord } from '@/lib/kb/search/translations'
import type { SearchIndex } from '@/lib/kb-index/search/search-index'
import { isSlip } from './correct-words'

/** A word that more articles have is one of the collection. */
const MAX_RARE_COUNT = 12
/** With fewer rare words a text is not in another language: it has typing errors or names. */
const MIN_FOREIGN_WORDS = 3
/** Short words of other languages are found here and there, but not in more than this share of all articles. */
const MAX_SHORT_SHARE = 0.01
const SHORT_LENGTH = 3

interface PlainWord {
  readonly typed: string
  readonly count: number
  readonly isPlain: boolean
}

/**
 * Splits a question in a language that the collection does not have, as most of its words are hardly in any article and no slips,
 * into what the collection knows, translations included, and what it does not: `winmail.dat` among Spanish words. Gives
 * `undefined` for any other question.
 */
export function splitForeignWords(index: SearchIndex, words: readonly string[]) {
  const described = words.map((typed) => describeWord(index, typed))
  const plain = described.filter(({ isPlain }) => isPlain)
  const rare = plain.filter(({ count }) => count <= MAX_RARE_COUNT)
  if (rare.length < MIN_FOREIGN_WORDS || 2 * rare.length < plain.length) return undefined
  if (2 * rare.filter(({ typed }) => isSlip(index, typed)).length > rare.length) return undefined
  const isForeign = ({ typed, count, isPlain }: PlainWord) =>
    isPlain &&
    (count <= MAX_RARE_COUNT || (typed.length <= SHORT_LENGTH && count < MAX_SHORT_SHARE * index.articleCount))
  const split = described.map((word) => ({
    ...word,
    english: isForeign(word) ? translateWord(word.typed) : word.typed,
  }))
  const known = split.flatMap(({ english }) => english ?? [])
  if (!known.some((word) => !isStopWord(word.toLowerCase()))) return undefined
  return {
    known,
    translated: split.flatMap(({ typed, english }) => (english === undefined || english === typed ? [] : english)),
    foreign: split.flatMap(({ typed, english }) => (english === undefined ? typed : [])),
  }
}

/** A word that consists of letters and is written like one, not like a name of a program or an abbreviation. */
const IS_WRITTEN_PLAINLY = /^[^\p{L}\p{N}]*\p{L}\p{Ll}*[^\p{L}\p{N}]*$/u

function describeWord(index: SearchIndex, typed: string): PlainWord {
  const terms: string[] = []
  extractTerms(typed, { onWord: (term) => terms.push(term), onPart: () => {} })
  const [term = ''] = terms
  const isPlain =
    terms.length === 1 && IS_WRITTEN_PLAINLY.test(typed.normalize('NFC')) && !isStopWord(typed.toLowerCase())
  return { typed, count: isPlain ? index.countArticlesWith(term) : 0, isPlain }
}
