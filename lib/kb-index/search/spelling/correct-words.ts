import { isStopWord } from '@/lib/kb/search/stop-words'
import { listSynonyms } from '@/lib/kb/search/synonyms'
import { extractTerms, listWordTerms } from '@/lib/kb/search/terms'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allColumns } from '@/lib/kb-index/file/rows'
import type { Scores } from '@/lib/kb-index/search/score-articles'
import { termToWord } from '@/lib/kb-index/search/scored-word'
import type { SearchIndex } from '@/lib/kb-index/search/search-index'
import { editDistance } from './edit-distance'

/** Shorter words have too many neighbors. */
const MIN_LENGTH = 4
/** Words of this length may have two errors. */
const TWO_ERRORS_LENGTH = 7
/** A word that more articles have is what the reader meant. */
const MAX_RARE_COUNT = 12
/** A correction must be this many times as frequent as the typed word. */
const MIN_RATIO = 8
/** Words rarer than this are never suggested: they are typos or one-off names. */
const MIN_CORRECTION_COUNT = 4
/** How many corrections of a word are compared with its context. */
const MAX_CANDIDATES = 12
/** How much it counts that a correction goes with all the other words. */
const CONTEXT_WEIGHT = 8
const MAX_CONTEXT_TERMS = 12

/**
 * Corrects typing errors: words that hardly any article has become similar, frequent words that go with the other words of
 * the query. Gives `undefined` if there is nothing to correct. Only words that consist of letters are corrected.
 */
export function correctWords(index: SearchIndex, words: readonly string[]): string[] | undefined {
  const correctAll = (typed: readonly string[]) => typed.map((word) => correctWord(index, word, typed))
  const once = correctAll(words)
  if (once.join(' ') === words.join(' ')) return undefined
  // A typing error may go well with another one, but not with what that one means.
  return correctAll(once)
}

/** Tells whether a single letter more, less, other or exchanged makes the word a frequent one. */
export function isSlip(index: SearchIndex, word: string): boolean {
  const candidates = listCandidates(vocabularyOf(index.database), word.toLowerCase(), 0)
  return candidates.some(({ distance }) => distance === 1)
}

/** A name of a program, such as `CPropertySheet`, is not a misspelled word. */
const IS_NAME = /[a-z][A-Z]|[A-Z]{2,}[a-z]/

function correctWord(index: SearchIndex, typed: string, all: readonly string[]): string {
  const word = typed.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (!/^[a-z]+$/.test(word) || word.length < MIN_LENGTH || isStopWord(word) || IS_NAME.test(typed)) return typed
  const count = index.countArticlesWithWord(word)
  if (count > MAX_RARE_COUNT || isKnown(index, word)) return typed
  const candidates = listCandidates(vocabularyOf(index.database), word, count)
  if (candidates.length === 0) return typed
  const context = all.filter((other) => other !== typed)
  const correction = chooseByContext(index, candidates, { word, count, context })
  return correction === undefined ? typed : typed.toLowerCase().replace(word, correction)
}

/** Tells whether another form of the word is frequent, or people are known to say it. */
function isKnown(index: SearchIndex, word: string): boolean {
  return listWordTerms(word).some(
    (term) => index.countArticlesWith(term) > MAX_RARE_COUNT || listSynonyms([term]).length > 0,
  )
}

/** A frequent word of the collection; see `wordToLetters`. */
interface KnownWord {
  readonly word: string
  readonly count: number
  readonly letters: number
}

/** Frequent words by their lengths. */
type Vocabulary = ReadonlyMap<number, readonly KnownWord[]>

interface Candidate extends KnownWord {
  readonly distance: number
}

function listCandidates(vocabulary: Vocabulary, word: string, count: number): Candidate[] {
  const limit = word.length >= TWO_ERRORS_LENGTH ? 2 : 1
  const letters = wordToLetters(word)
  const minCount = Math.max(MIN_CORRECTION_COUNT, count * MIN_RATIO)
  const found: Candidate[] = []
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const candidate of vocabulary.get(length) ?? []) {
      if (candidate.count < minCount || countBits(candidate.letters ^ letters) > 2 * limit) continue
      const distance = editDistance(word, candidate.word, limit)
      if (distance && !isStopWord(candidate.word)) found.push({ ...candidate, distance })
    }
  }
  return found.sort((a, b) => likelihood(b, word) - likelihood(a, word)).slice(0, MAX_CANDIDATES)
}

/** Prefers frequent words, few edits and the same first letter. */
function likelihood({ word, count, distance }: Candidate, typed: string): number {
  return Math.log(count) - 4 * distance - (word[0] === typed[0] ? 0 : 2)
}

/** Gives the correction that goes best with the other words, or `undefined` if the typed word goes with them as well. */
function chooseByContext(
  index: SearchIndex,
  candidates: readonly Candidate[],
  typed: { readonly word: string; readonly count: number; readonly context: readonly string[] },
): string | undefined {
  const words = listContextTerms(typed.context).map((term) => termToWord(term))
  return index.withScores(words, (scores) => {
    const weighed = candidates.map((candidate) => {
      const fit = findBestFit(index, scores, candidate.word)
      return { word: candidate.word, fit, value: likelihood(candidate, typed.word) + CONTEXT_WEIGHT * fit }
    })
    const best = weighed.reduce((a, b) => (b.value > a.value ? b : a))
    // A rare word that goes with the others at least as well is what the reader meant.
    const isMeant = typed.count > 0 && (words.length === 0 || findBestFit(index, scores, typed.word) >= best.fit)
    return isMeant ? undefined : best.word
  })
}

/** Gives the best score that the context has in any article with this word, as a share of full coverage. */
function findBestFit(index: SearchIndex, scores: Scores, word: string): number {
  let best = 0
  for (const term of listWordTerms(word)) {
    for (const ordinal of index.postingsOf([term]).ordinals) best = Math.max(best, scores.of(ordinal))
  }
  return best / (scores.fullCoverage || 1)
}

function listContextTerms(words: readonly string[]): string[] {
  const terms = new Set<string>()
  extractTerms(words.join(' '), {
    onWord: (term, plain) => {
      if (terms.size < MAX_CONTEXT_TERMS && (plain === undefined || !isStopWord(plain))) terms.add(term)
    },
    onPart: () => {},
  })
  return [...terms]
}

const vocabularyOf = perVersion((database): Vocabulary => {
  const columns = allColumns<{ word: string; articleCount: number }>(
    database,
    ['word', 'articleCount'],
    `SELECT word, articleCount FROM word WHERE articleCount >= ${MIN_CORRECTION_COUNT} ORDER BY word`,
  )
  const byLength = new Map<number, KnownWord[]>()
  for (const [index, word] of columns.word.entries()) {
    const words = byLength.get(word.length) ?? []
    byLength.set(word.length, words)
    words.push({ word, count: columns.articleCount[index] ?? 0, letters: wordToLetters(word) })
  }
  return byLength
})

/** Gives the letters of a word as bits: if two words differ in many letters, they need many edits. */
function wordToLetters(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
