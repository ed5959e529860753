import { isStopWord } from '@/lib/kb/search/stop-words'
import { listSynonyms } from '@/lib/kb/search/synonyms'
import { extractTerms, listWordTerms } from '@/lib/kb/search/terms'
import { getIndexVersion } from '@/lib/kb-index/file/collection'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allColumns, firstRow } from '@/lib/kb-index/file/rows'
import { editDistance } from './edit-distance'
import { forgetScores, scoreArticles } from './rank-articles'
import { countArticlesWith, readPostings } from './read-postings'
import type { SearchMemory } from './search-memory'

/** Shorter words have too many neighbours. */
const MIN_LENGTH = 4
/** Words of this length may have two errors. */
const TWO_ERRORS_LENGTH = 7
/** A word that so many articles have is taken as meant. */
const MAX_RARE_COUNT = 12
/** A repair must be so many times as frequent as what was typed. */
const MIN_RATIO = 8
/** What is no repair of anything: a typing error of an article itself, a name used once. */
const MIN_REPAIR_COUNT = 4
/** How many repairs of a word are weighed against the other words. */
const MAX_CANDIDATES = 12

interface Vocabulary {
  /** Frequent words by their lengths. */
  readonly byLength: ReadonlyMap<number, readonly { word: string; count: number; letters: number }[]>
}

const vocabularies = new WeakMap<IndexDatabase, { version: string; vocabulary: Vocabulary }>()

/**
 * Repairs typing errors in a text from the words of the collection: words that no or hardly any article has, where a
 * similar word is frequent and goes with the other words of the text. Gives the repaired text, or `undefined` where
 * nothing is to be repaired. What stands in quotes or holds anything but letters is never touched.
 */
export function repairText(
  database: IndexDatabase,
  memory: SearchMemory,
  words: readonly string[],
): string[] | undefined {
  const repaired = words.map((word) => repairWord(database, memory, word, words))
  return repaired.some((word, index) => word !== words[index]) ? repaired : undefined
}

function repairWord(database: IndexDatabase, memory: SearchMemory, typed: string, all: readonly string[]): string {
  const word = typed.toLowerCase().replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
  if (!/^[a-z]+$/.test(word) || word.length < MIN_LENGTH || isStopWord(word)) return typed
  const count = countWord(database, word)
  if (count > MAX_RARE_COUNT || isKnown(database, word)) return typed
  const candidates = listCandidates(vocabularyOf(database), word, count)
  if (candidates.length === 0) return typed
  const repair = chooseByContext(database, memory, candidates, {
    word,
    count,
    context: all.filter((other) => other !== typed),
  })
  return repair === undefined ? typed : typed.toLowerCase().replace(word, repair)
}

/** Another form of the word is frequent, or people are known to say it. */
function isKnown(database: IndexDatabase, word: string): boolean {
  return listWordTerms(word).some(
    (term) => countArticlesWith(database, term) > MAX_RARE_COUNT || listSynonyms([term]).length > 0,
  )
}

function countWord(database: IndexDatabase, word: string): number {
  const sql = 'SELECT articleCount FROM word WHERE word = ?'
  return firstRow<{ articleCount: number }>(database, sql, [word])?.articleCount ?? 0
}

interface Candidate {
  readonly word: string
  readonly count: number
  readonly distance: number
}

function listCandidates({ byLength }: Vocabulary, word: string, count: number): Candidate[] {
  const limit = word.length >= TWO_ERRORS_LENGTH ? 2 : 1
  const letters = lettersOf(word)
  const minCount = Math.max(MIN_REPAIR_COUNT, count * MIN_RATIO)
  const found: Candidate[] = []
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const candidate of byLength.get(length) ?? []) {
      if (candidate.count < minCount || bitCount(candidate.letters ^ letters) > 2 * limit) continue
      const distance = editDistance(word, candidate.word, limit)
      if (distance && !isStopWord(candidate.word)) found.push({ ...candidate, distance })
    }
  }
  return found.sort((a, b) => likelihood(b, word) - likelihood(a, word)).slice(0, MAX_CANDIDATES)
}

/** Frequent words, with few errors, of which the first letter is right. */
function likelihood({ word, count, distance }: Candidate, typed: string): number {
  return Math.log(count) - 4 * distance - (word[0] === typed[0] ? 0 : 2)
}

/** The repair that goes best with the other words; `undefined` where what was typed goes with them as well. */
function chooseByContext(
  database: IndexDatabase,
  memory: SearchMemory,
  candidates: readonly Candidate[],
  typed: { readonly word: string; readonly count: number; readonly context: readonly string[] },
): string | undefined {
  const terms = listTelling(typed.context)
  const scored = scoreArticles(
    database,
    memory,
    terms.map((term) => ({ alternatives: [{ terms: [term], weight: 1 }], weight: 1, isSought: true })),
  )
  const fit = (word: string) => bestContext(database, memory, word) / (scored.fullCoverage || 1)
  const weighed = candidates.map((candidate) => ({
    ...candidate,
    value: likelihood(candidate, typed.word) + CONTEXT_WEIGHT * fit(candidate.word),
  }))
  const own = typed.count > 0 ? fit(typed.word) : 0
  forgetScores(memory, scored)
  const best = weighed.reduce((a, b) => (b.value > a.value ? b : a))
  const bestFit = (best.value - likelihood(best, typed.word)) / CONTEXT_WEIGHT
  // A rare word that goes with the others at least as well is what was meant.
  return typed.count > 0 && (own >= bestFit || terms.length === 0) ? undefined : best.word
}

/** How much it counts that a repair stands beside all the other words. */
const CONTEXT_WEIGHT = 8

/** The best score that the other words have in any article with this one. */
function bestContext(database: IndexDatabase, memory: SearchMemory, word: string): number {
  const { scores } = memory.scratch
  let best = 0
  for (const term of listWordTerms(word)) {
    for (const ordinal of readPostings(database, memory, [term]).ordinals) {
      best = Math.max(best, scores[ordinal] ?? 0)
    }
  }
  return best
}

function listTelling(words: readonly string[]): string[] {
  const terms = new Set<string>()
  extractTerms(words.join(' '), {
    onWord: (term, plain) => {
      if (terms.size < 12 && (plain === undefined || !isStopWord(plain))) terms.add(term)
    },
    onPart: () => {},
  })
  return [...terms]
}

function vocabularyOf(database: IndexDatabase): Vocabulary {
  const version = getIndexVersion(database)
  const known = vocabularies.get(database)
  if (known?.version === version) return known.vocabulary
  const columns = allColumns<{ word: string; articleCount: number }>(
    database,
    ['word', 'articleCount'],
    `SELECT word, articleCount FROM word WHERE articleCount >= ${MIN_REPAIR_COUNT} ORDER BY word`,
  )
  const byLength = new Map<number, { word: string; count: number; letters: number }[]>()
  for (const [place, word] of columns.word.entries()) {
    const words = byLength.get(word.length) ?? []
    byLength.set(word.length, words)
    words.push({ word, count: columns.articleCount[place] ?? 0, letters: lettersOf(word) })
  }
  vocabularies.set(database, { version, vocabulary: { byLength } })
  return { byLength }
}

/** The letters of a word as bits: two words whose letters differ much cannot be similar. */
function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
