import type { IndexDatabase } from './open'
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
/** An article with all words counts twice as much as its words alone would if it had almost none of them. */
const COVERAGE_SHARE = 0.4
/** What it adds that the title has the words, by their share of all. */
const TITLE_BONUS = 0.55

/**
 * Scores articles by BM25F over the impacts of the index, those with more of the words and with words in the title above
 * others. Rare words come first; when what is left cannot make an article a hit, common words only add to those that are
 * there. The work is that of reading the lists of the words: at most one step an article and alternative.
 */
export function scoreArticles(database: IndexDatabase, memory: SearchMemory, words: readonly SoughtWord[]): Scored {
  const { touched, scores, coverage, titleCoverage } = memory.scratch
  const weighed = words
    .map((word) => ({ word, rarity: findRarity(database, memory, word) }))
    .filter(({ rarity }) => rarity > 0)
    .sort((a, b) => +b.word.isSought - +a.word.isSought || b.rarity - a.rarity)
  const fullCoverage = weighed.reduce((sum, { word, rarity }) => sum + (word.isSought ? rarity : 0), 0)
  let [length, left] = [0, fullCoverage]
  for (const { word, rarity } of weighed) {
    const isEnough = word.isSought && left >= MIN_COVERAGE * fullCoverage
    if (word.isSought) left -= rarity
    const { wordTouched, wordScores, wordWeights, wordIsInTitle } = memory.scratch
    const wordLength = gatherWord(database, memory, word, rarity)
    for (let index = 0; index < wordLength; index++) {
      const ordinal = wordTouched[index] ?? 0
      const known = scores[ordinal] ?? 0
      if (known > 0 || isEnough) {
        if (known === 0) touched[length++] = ordinal
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
  }
  const divisor = fullCoverage || 1
  for (let index = 0; index < length; index++) {
    const ordinal = touched[index] ?? 0
    const covered = (coverage[ordinal] ?? 0) / divisor
    const inTitle = titleCoverage[ordinal] ?? 0
    scores[ordinal] =
      (scores[ordinal] ?? 0) * (1 - COVERAGE_SHARE + COVERAGE_SHARE * covered) +
      (TITLE_BONUS * inTitle * inTitle) / divisor
  }
  const soughtCount = words.filter(({ isSought }) => isSought).length
  const hasUnknownWord = weighed.filter(({ word }) => word.isSought).length < soughtCount
  return { ordinals: touched, length, fullCoverage, hasUnknownWord }
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
