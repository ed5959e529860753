import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { MAX_IMPACT, type Postings, TITLE_FLAG } from './posting-list'
import { type Alternative, countToRarity, type ScoredWord } from './scored-word'

/** What scoring needs of the index. */
interface ScoredIndex {
  /** One more than the highest ordinal. */
  readonly capacity: number
  readonly articleCount: number
  numberOf(ordinal: number): KbNumber
  postingsOf(terms: readonly string[]): Postings
  /** The articles that have the words of a name one after the other. */
  postingsOfName(name: string): Postings
}

/** An article with less of the weight of all words is no hit. */
export const MIN_COVERAGE = 0.3
/** The share of a score that depends on how much of the weight of all words the article has. */
export const COVERAGE_SHARE = 0.4
/** What words in the title add, multiplied by their share of all. */
export const TITLE_BONUS = 0.55

/** For a longer list, sorting everything is faster than inserting each at its place. */
const MAX_INSERTED = 200

/** The scores of articles for one query, by ordinal. */
export type Scores = Omit<ScoreTable, 'withScores'>

/** Scores articles in arrays that are used again for each query: all zero while no query is scored. */
export class ScoreTable {
  readonly #index: ScoredIndex
  readonly #arrays: ScoreArrays
  /** How many articles have a score, and how many have the current word. */
  #length = 0
  #wordLength = 0
  #isInUse = false
  /** The weight of all words that any article has. */
  fullCoverage = 0
  /** Some word is in no article. */
  hasUnknownWord = false

  constructor(index: ScoredIndex) {
    this.#index = index
    this.#arrays = createArrays(index.capacity)
  }

  /**
   * Scores articles by BM25F over the impacts of the index, and forgets the scores after `use`. Throws inside of `use`, since
   * there is one set of arrays.
   */
  withScores<Result>(words: readonly ScoredWord[], use: (scores: Scores) => Result): Result {
    if (this.#isInUse) throw new Error('A query cannot be scored while another one is.')
    this.#isInUse = true
    try {
      this.#score(words)
      return use(this)
    } finally {
      this.#clear()
      this.#isInUse = false
    }
  }

  of(ordinal: number): number {
    return this.#arrays.scores[ordinal] ?? 0
  }

  /** How much of the weight of all words the title has. */
  inTitle(ordinal: number): number {
    return this.#arrays.titleCoverage[ordinal] ?? 0
  }

  /** From 0 to 1: how much of the weight of all words the article has. */
  coverageOf(ordinal: number): number {
    return (this.#arrays.coverage[ordinal] ?? 0) / (this.fullCoverage || 1)
  }

  /** Multiplies each score by the factor of its article. */
  liftEach(factors: Float32Array): void {
    const { scored, scores } = this.#arrays
    for (let index = 0; index < this.#length; index++) {
      const ordinal = scored[index] ?? 0
      scores[ordinal] = (scores[ordinal] ?? 0) * (factors[ordinal] ?? 1)
    }
  }

  /** Multiplies the scores of articles. */
  lift(ordinals: Iterable<number>, factor: number): void {
    const { scores } = this.#arrays
    for (const ordinal of ordinals) scores[ordinal] = (scores[ordinal] ?? 0) * factor
  }

  /** Lists the articles with at least this coverage, in no order. */
  covering(share: number): number[] {
    const { scored } = this.#arrays
    const covering: number[] = []
    for (let index = 0; index < this.#length; index++) {
      const ordinal = scored[index] ?? 0
      if (this.coverageOf(ordinal) >= share) covering.push(ordinal)
    }
    return covering
  }

  /** Lists the best of the articles, best first; equally good ones in number order. */
  best(ordinals: readonly number[], limit: number): number[] {
    if (limit > MAX_INSERTED) return [...ordinals].sort((a, b) => this.#compare(a, b)).slice(0, limit)
    const best: number[] = []
    for (const ordinal of ordinals) {
      const last = best.at(-1)
      if (best.length === limit && last !== undefined && this.#compare(ordinal, last) > 0) continue
      let [low, high] = [0, best.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if (this.#compare(best[middle] ?? 0, ordinal) < 0) low = middle + 1
        else high = middle
      }
      best.splice(low, 0, ordinal)
      if (best.length > limit) best.pop()
    }
    return best
  }

  #compare(one: number, other: number): number {
    return this.of(other) - this.of(one) || this.#index.numberOf(one) - this.#index.numberOf(other)
  }

  /** Rare words come first. Once the remaining words cannot make an article a hit, they only add to those with a score. */
  #score(words: readonly ScoredWord[]): void {
    const known = words
      .map((word) => ({ word, rarity: this.#rarityOf(word) }))
      .filter(({ rarity }) => rarity > 0)
      .sort((a, b) => +a.word.isExtra - +b.word.isExtra || b.rarity - a.rarity)
    const counted = known.filter(({ word }) => !word.isExtra)
    this.fullCoverage = counted.reduce((sum, { rarity }) => sum + rarity, 0)
    this.hasUnknownWord = counted.length < words.filter(({ isExtra }) => !isExtra).length
    let left = this.fullCoverage
    for (const { word, rarity } of known) {
      const canMakeHits = !word.isExtra && left >= MIN_COVERAGE * this.fullCoverage
      if (!word.isExtra) left -= rarity
      this.#addWord(word, rarity, canMakeHits)
    }
    this.#weighByCoverage()
  }

  /** Gives the rarity of the first alternative that any article has, or of a more frequent name; 0 if there is none. */
  #rarityOf({ alternatives }: ScoredWord): number {
    const lists = alternatives.map((alternative) => ({ ...alternative, ...this.#listOf(alternative) }))
    const first = lists.find(({ length }) => length > 0)
    if (!first) return 0
    const names = lists.filter(({ isName, articles }) => isName || articles)
    const count = Math.max(first.length, ...names.map(({ length }) => length))
    return countToRarity(count, this.#index.articleCount)
  }

  #listOf({ terms, text, isName, articles }: Alternative): Postings {
    if (articles) return articles
    return isName && text !== undefined ? this.#index.postingsOfName(text) : this.#index.postingsOf(terms)
  }

  #addWord({ alternatives, weight, isExtra }: ScoredWord, rarity: number, canMakeHits: boolean): void {
    // A damaged list throws here, before anything is added.
    const lists = alternatives.map((alternative) => {
      const postings = this.#listOf(alternative)
      // Names of one thing count alike, however rare each of them is.
      const isAlike = alternative.isName || alternative.articles
      const own = isAlike ? rarity : Math.min(countToRarity(postings.length, this.#index.articleCount), rarity)
      return { postings, weight: alternative.weight, step: (alternative.weight * own) / MAX_IMPACT }
    })
    const add = { weight, rarity: isExtra ? 0 : rarity, canMakeHits }
    const [only] = lists
    if (only && lists.length === 1) this.#addList(only, add)
    else {
      this.#gather(lists)
      this.#addGathered(add)
    }
  }

  /** The arrays are named once for a list and not for each of its articles, of which there are tens of thousands. */
  #addList({ postings, weight, step }: WeighedList, word: AddedWord): void {
    const { scored, scores, coverage, titleCoverage } = this.#arrays
    const { ordinals, impacts, length } = postings
    const [scoreStep, covered, canMakeHits] = [word.weight * step, word.rarity * weight, word.canMakeHits]
    let count = this.#length
    for (let index = 0; index < length; index++) {
      const ordinal = ordinals[index] ?? 0
      const known = scores[ordinal] ?? 0
      if (known === 0) {
        if (!canMakeHits) continue
        scored[count++] = ordinal
      }
      const impact = impacts[index] ?? 0
      scores[ordinal] = known + scoreStep * (impact & MAX_IMPACT)
      coverage[ordinal] = (coverage[ordinal] ?? 0) + covered
      if (impact & TITLE_FLAG) titleCoverage[ordinal] = (titleCoverage[ordinal] ?? 0) + covered
    }
    this.#length = count
  }

  /** Collects what each article gets for one word: the best of its alternatives, which count no more than the word itself. */
  #gather(lists: readonly WeighedList[]): void {
    const { wordOrdinals, wordScores, wordWeights, wordIsInTitle } = this.#arrays
    let count = 0
    for (const { postings, weight, step } of lists) {
      const { ordinals, impacts, length } = postings
      for (let index = 0; index < length; index++) {
        const ordinal = ordinals[index] ?? 0
        const impact = impacts[index] ?? 0
        const score = step * (impact & MAX_IMPACT)
        const known = wordScores[ordinal] ?? 0
        if (known === 0) wordOrdinals[count++] = ordinal
        if (score > known) wordScores[ordinal] = score
        if (weight > (wordWeights[ordinal] ?? 0)) wordWeights[ordinal] = weight
        if (impact & TITLE_FLAG) wordIsInTitle[ordinal] = 1
      }
    }
    this.#wordLength = count
  }

  /** Adds what was collected for one word to the scores, and clears it for the next word. */
  #addGathered(word: AddedWord): void {
    const { scored, scores, coverage, titleCoverage, wordOrdinals, wordScores, wordWeights, wordIsInTitle } =
      this.#arrays
    const { weight, rarity, canMakeHits } = word
    let count = this.#length
    for (let index = 0; index < this.#wordLength; index++) {
      const ordinal = wordOrdinals[index] ?? 0
      const known = scores[ordinal] ?? 0
      if (known > 0 || canMakeHits) {
        if (known === 0) scored[count++] = ordinal
        const covered = rarity * (wordWeights[ordinal] ?? 0)
        scores[ordinal] = known + weight * (wordScores[ordinal] ?? 0)
        coverage[ordinal] = (coverage[ordinal] ?? 0) + covered
        if (wordIsInTitle[ordinal] === 1) titleCoverage[ordinal] = (titleCoverage[ordinal] ?? 0) + covered
      }
      wordScores[ordinal] = 0
      wordWeights[ordinal] = 0
      wordIsInTitle[ordinal] = 0
    }
    this.#length = count
  }

  #weighByCoverage(): void {
    const { scored, scores, coverage, titleCoverage } = this.#arrays
    const divisor = this.fullCoverage || 1
    for (let index = 0; index < this.#length; index++) {
      const ordinal = scored[index] ?? 0
      const covered = (coverage[ordinal] ?? 0) / divisor
      const inTitle = titleCoverage[ordinal] ?? 0
      scores[ordinal] =
        (scores[ordinal] ?? 0) * (1 - COVERAGE_SHARE + COVERAGE_SHARE * covered) +
        (TITLE_BONUS * inTitle * inTitle) / divisor
    }
  }

  #clear(): void {
    const { scored, scores, coverage, titleCoverage } = this.#arrays
    for (let index = 0; index < this.#length; index++) {
      const ordinal = scored[index] ?? 0
      scores[ordinal] = 0
      coverage[ordinal] = 0
      titleCoverage[ordinal] = 0
    }
    this.#length = 0
  }
}

/** The articles that have one of the alternatives of a word, and what each unit of impact counts. */
interface WeighedList {
  readonly postings: Postings
  /** How much of the word it covers. */
  readonly weight: number
  readonly step: number
}

/** A word whose articles are added. */
interface AddedWord {
  readonly weight: number
  /** What an article with the word covers of the query. */
  readonly rarity: number
  /** Otherwise it only adds to articles that have a score. */
  readonly canMakeHits: boolean
}

type ScoreArrays = ReturnType<typeof createArrays>

function createArrays(capacity: number) {
  const floats = () => new Float32Array(capacity)
  return {
    /** The ordinals that have a score. */
    scored: new Int32Array(capacity),
    scores: floats(),
    /** The weight of the words that the article has, anywhere and in its title. */
    coverage: floats(),
    titleCoverage: floats(),
    /** The ordinals that have the current word, and what it gives to each. */
    wordOrdinals: new Int32Array(capacity),
    wordScores: floats(),
    wordWeights: floats(),
    wordIsInTitle: new Uint8Array(capacity),
  }
}
