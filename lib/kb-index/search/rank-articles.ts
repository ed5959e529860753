import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { MAX_IMPACT, TITLE_FLAG } from './posting-list'
import { readPostings } from './read-postings'
import type { SearchMemory } from './search-memory'

/** Something that a reader seeks: a word, with everything that would do in its place. */
export interface SoughtWord {
  readonly alternatives: readonly Alternative[]
  /** How much it counts against the others; 1 for a word as typed. */
  readonly weight: number
  /** An article without it lacks something. False for what only adds to a hit, such as an identifier in whole. */
  readonly isSought: boolean
}

/** Terms that must all be there to stand for a word. */
export interface Alternative {
  readonly terms: readonly string[]
  /** From 0 to 1; 1 for the word itself. */
  readonly weight: number
}

/** The articles that have enough of the words, with scores in the memory's scratch until `forgetScores`. */
export interface Scored {
  /** Ordinals, in no stated order: the first `length` of them. */
  readonly ordinals: Int32Array
  readonly length: number
  /** The weight of all sought words that any article has: full coverage. */
  readonly fullCoverage: number
  /** Some sought word is in no article. */
  readonly hasUnknownWord: boolean
}

/** An article that has less of the weight of all words is no hit. */
export const MIN_COVERAGE = 0.3
/** What of a score depends on how much of the weight of all words the article has. */
const COVERAGE_SHARE = 0.4
/** What it adds that the title has the words, by their share of all. */
const TITLE_BONUS = 0.55

/**
 * Scores articles by BM25F over the impacts of the index, those with more of the words and with words in the title above
 * others. Rare words come first; when what is left cannot make an article a hit, common words only add to those that are
 * there. The work is that of reading the lists of the words: at most one step an article and alternative.
 */
export function scoreArticles(database: IndexDatabase, memory: SearchMemory, words: readonly SoughtWord[]): Scored {
  const weighed = words
    .map((word) => ({ word, rarity: findRarity(database, memory, word) }))
    .filter(({ rarity }) => rarity > 0)
    .sort((a, b) => +b.word.isSought - +a.word.isSought || b.rarity - a.rarity)
  const sought = weighed.filter(({ word }) => word.isSought)
  const fullCoverage = sought.reduce((sum, { rarity }) => sum + rarity, 0)
  let [length, left] = [0, fullCoverage]
  for (const { word, rarity } of weighed) {
    const canMakeHits = word.isSought && left >= MIN_COVERAGE * fullCoverage
    if (word.isSought) left -= rarity
    const count = gatherWord(database, memory, word, rarity)
    length = addWord(memory, { word, rarity, count, length, canMakeHits })
  }
  weighByCoverage(memory, length, fullCoverage)
  const hasUnknownWord = sought.length < words.filter(({ isSought }) => isSought).length
  return { ordinals: memory.scratch.touched, length, fullCoverage, hasUnknownWord }
}

interface GatheredWord {
  readonly word: SoughtWord
  readonly rarity: number
  /** How many articles have the word. */
  readonly count: number
  /** How many articles have a score so far. */
  readonly length: number
  /** Articles that have no score yet may get one. */
  readonly canMakeHits: boolean
}

/** Adds to the scores what articles got for one word, and makes its arrays ready for the next. Gives the new `length`. */
function addWord({ scratch }: SearchMemory, { word, rarity, count, length, canMakeHits }: GatheredWord): number {
  const { touched, scores, coverage, titleCoverage, wordTouched, wordScores, wordWeights, wordIsInTitle } = scratch
  let newLength = length
  for (let index = 0; index < count; index++) {
    const ordinal = wordTouched[index] ?? 0
    const known = scores[ordinal] ?? 0
    if (known > 0 || canMakeHits) {
      if (known === 0) touched[newLength++] = ordinal
      scores[ordinal] = known + word.weight * (wordScores[ordinal] ?? 0)
      if (word.isSought) {
        const covered = rarity * (wordWeights[ordinal] ?? 0)
        coverage[ordinal] = (coverage[ordinal] ?? 0) + covered
        if (wordIsInTitle[ordinal] === 1) titleCoverage[ordinal] = (titleCoverage[ordinal] ?? 0) + covered
      }
    }
    wordScores[ordinal] = 0
    wordWeights[ordinal] = 0
    wordIsInTitle[ordinal] = 0
  }
  return newLength
}

function weighByCoverage({ scratch }: SearchMemory, length: number, fullCoverage: number): void {
  const { touched, scores, coverage, titleCoverage } = scratch
  const divisor = fullCoverage || 1
  for (let index = 0; index < length; index++) {
    const ordinal = touched[index] ?? 0
    const covered = (coverage[ordinal] ?? 0) / divisor
    const inTitle = titleCoverage[ordinal] ?? 0
    scores[ordinal] =
      (scores[ordinal] ?? 0) * (1 - COVERAGE_SHARE + COVERAGE_SHARE * covered) +
      (TITLE_BONUS * inTitle * inTitle) / divisor
  }
}

/** Makes the scratch ready for the next search. */
export function forgetScores(memory: SearchMemory, { ordinals, length }: Scored): void {
  const { scores, coverage, titleCoverage } = memory.scratch
  for (let index = 0; index < length; index++) {
    const ordinal = ordinals[index] ?? 0
    scores[ordinal] = 0
    coverage[ordinal] = 0
    titleCoverage[ordinal] = 0
  }
}

/** Below one, so that one rare word does not outweigh all others: found on bench/relevance. */
const RARITY_POWER = 0.75

/** How much a term tells: the fewer articles have it, the more. */
export function rarityOf(articleCount: number, total: number): number {
  return Math.log(1 + (total - articleCount + 0.5) / (articleCount + 0.5)) ** RARITY_POWER
}

/** How much a word tells: what its first alternative tells that any article has; 0 where none has one. */
function findRarity(database: IndexDatabase, memory: SearchMemory, { alternatives }: SoughtWord): number {
  for (const { terms } of alternatives) {
    const { length } = readPostings(database, memory, terms)
    if (length > 0) return rarityOf(length, memory.articleCount)
  }
  return 0
}

/** Puts into the scratch what each article gets for one word: the best of its alternatives. Gives their number. */
function gatherWord(
  database: IndexDatabase,
  memory: SearchMemory,
  { alternatives }: SoughtWord,
  rarity: number,
): number {
  const { wordTouched, wordScores, wordWeights, wordIsInTitle } = memory.scratch
  let touchedCount = 0
  for (const { terms, weight } of alternatives) {
    const { ordinals, impacts, length } = readPostings(database, memory, terms)
    // What stands in a word's place tells no more than the word.
    const step = (weight * Math.min(rarityOf(length, memory.articleCount), rarity)) / MAX_IMPACT
    for (let index = 0; index < length; index++) {
      const ordinal = ordinals[index] ?? 0
      const impact = impacts[index] ?? 0
      const score = step * (impact & MAX_IMPACT)
      const known = wordScores[ordinal] ?? 0
      if (known === 0) wordTouched[touchedCount++] = ordinal
      if (score > known) wordScores[ordinal] = score
      if (weight > (wordWeights[ordinal] ?? 0)) wordWeights[ordinal] = weight
      if (impact & TITLE_FLAG) wordIsInTitle[ordinal] = 1
    }
  }
  return touchedCount
}
