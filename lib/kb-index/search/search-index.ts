import { LRUCache } from 'lru-cache'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { detachText } from '@/lib/kb/search/detach-text'
import { listWordTerms } from '@/lib/kb/search/terms'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allColumns, allRows } from '@/lib/kb-index/file/rows'
import { FacetTable } from './facets/facet-table'
import { readFacets } from './facets/read-facets'
import { listOrdinalsWithPrefix } from './ordinals-with-prefix'
import { findPhrases } from './phrases/find-phrases'
import { readPositions } from './phrases/read-positions'
import { intersectPostings, keepPostings, MAX_IMPACT, type Postings } from './posting-list'
import type { RankedIndex } from './rank-hits'
import { countArticlesWith, countArticlesWithWord, readPostings } from './read-postings'
import { ScoreTable } from './score-articles'
import { countToCitationFactor, countToRarity } from './scored-word'
import { type ArticleText, readTexts } from './texts'

/** Posting lists that are kept for the next search, since the common words of a field are searched again and again. */
const MAX_KEPT_BYTES = 48_000_000
const BYTES_PER_ARTICLE = 5
/** Each search asks several times how many articles have its words. */
const MAX_KEPT_COUNTS = 10_000
const BYTES_PER_LIST = 300
/** What a mention in any spelling counts; where the typed spelling counts more, that holds. */
export const MENTION_IMPACT = MAX_IMPACT >> 1

/** Gives the articles of an index as it is now. Inside one read, everything that is read later belongs to the same version. */
export const searchIndexOf = perVersion((database) => new SearchIndex(database))

/** The articles of one version of an index by ordinal, with what every search needs of them: about 70 bytes each. */
export class SearchIndex implements RankedIndex {
  readonly database: IndexDatabase
  readonly articleCount: number
  /** One more than the highest ordinal. */
  readonly capacity: number
  readonly facets: FacetTable
  readonly withScores: ScoreTable['withScores']
  /** The position of the first word of each article, ascending, and the ordinals of these articles. */
  readonly firstWords: Int32Array
  readonly wordOrdinals: Int32Array
  /** What an article gains by the articles that cite it, by ordinal. */
  readonly citationFactors: Float32Array
  /** 0 where an ordinal is no longer used. */
  readonly #numbers: Int32Array
  readonly #orders = new Map<string, readonly number[]>()
  readonly #counts = new LRUCache<string, number>({ max: MAX_KEPT_COUNTS })
  readonly #wordCounts = new LRUCache<string, number>({ max: MAX_KEPT_COUNTS })
  readonly #postings = new LRUCache<string, Postings>({
    maxSize: MAX_KEPT_BYTES,
    sizeCalculation: ({ length }) => length * BYTES_PER_ARTICLE + BYTES_PER_LIST,
  })

  constructor(database: IndexDatabase) {
    const { ordinal, number, firstWord } = allColumns<{ ordinal: number; number: KbNumber; firstWord: number }>(
      database,
      ['ordinal', 'number', 'firstWord'],
      'SELECT ordinal, number, firstWord FROM articleText',
    )
    this.database = database
    this.articleCount = ordinal.length
    this.capacity = ordinal.reduce((highest, one) => Math.max(highest, one), -1) + 1
    this.#numbers = new Int32Array(this.capacity)
    const firstWords = new Int32Array(this.capacity)
    const byNumber = new Map<KbNumber, number>()
    number.forEach((one, row) => {
      const place = ordinal[row] ?? 0
      this.#numbers[place] = one
      firstWords[place] = firstWord[row] ?? 0
      byNumber.set(one, place)
    })
    this.wordOrdinals = Int32Array.from(ordinal).sort()
    this.firstWords = this.wordOrdinals.map((one) => firstWords[one] ?? 0)
    // A number that is only cited is none of the articles.
    const ordinalOf = (one: KbNumber) => byNumber.get(one) ?? this.capacity
    this.citationFactors = readCitationFactors(database, this.capacity, ordinalOf)
    this.facets = new FacetTable(this.capacity, readFacets(database, this.capacity, ordinalOf))
    const scores = new ScoreTable(this)
    this.withScores = (words, use) => scores.withScores(words, use)
  }

  numberOf(ordinal: number): KbNumber {
    return this.#numbers[ordinal] as KbNumber
  }

  numbersOf(ordinals: readonly number[]): KbNumber[] {
    return ordinals.map((ordinal) => this.numberOf(ordinal))
  }

  /** Gives all articles in an order. */
  orderOf(sort: 'newest' | 'number'): readonly number[] {
    const known = this.#orders.get(sort)
    if (known) return known
    const order = sort === 'newest' ? listNewestFirst(this.database) : this.#listByNumber()
    this.#orders.set(sort, order)
    return order
  }

  #listByNumber(): number[] {
    const numbers = this.#numbers
    return this.listOrdinals().sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
  }

  /** Lists the articles whose numbers begin with these digits. */
  listOrdinals(digits = ''): number[] {
    return listOrdinalsWithPrefix(this.#numbers, digits)
  }

  /** Gives the articles that have all of the terms, each with the smallest of its impacts. */
  postingsOf(terms: readonly string[]): Postings {
    const key = terms.join(' ')
    const known = this.#postings.get(key)
    if (known) return known
    const [only = ''] = terms
    const postings =
      terms.length > 1
        ? terms.map((term) => this.postingsOf([term])).reduce(intersectPostings)
        : readPostings(this.database, only)
    this.#postings.set(key, postings)
    return postings
  }

  /** Gives the articles that have the words of a name, or of its plural, one after the other. */
  postingsOfName(name: string): Postings {
    const terms = listWordTerms(name)
    if (terms.length < 2) return this.postingsOf(terms)
    const key = `"${name}"`
    const known = this.#postings.get(key)
    if (known) return known
    const postings = keepPostings(this.postingsOf(terms), findPhrases(this, [name, `${name}s`]))
    this.#postings.set(key, postings)
    return postings
  }

  positionsOf(words: ReadonlySet<string>): ReadonlyMap<string, Int32Array> {
    return readPositions(this.database, words)
  }

  readTexts(numbers: readonly KbNumber[]): ReadonlyMap<KbNumber, ArticleText> {
    return readTexts(this.database, numbers)
  }

  /** Gives articles by their numbers, each with a middling impact. */
  postingsOfNumbers(numbers: readonly KbNumber[]): Postings {
    const rows = allRows<{ ordinal: number }>(
      this.database,
      'SELECT ordinal FROM articleText WHERE number IN (SELECT value FROM json_each(?)) ORDER BY ordinal',
      [JSON.stringify(numbers)],
    )
    const ordinals = Int32Array.from(rows, ({ ordinal }) => ordinal)
    return { ordinals, impacts: new Uint8Array(ordinals.length).fill(MENTION_IMPACT), length: ordinals.length }
  }

  countArticlesWith(term: string): number {
    return keepCount(this.#counts, term, () => countArticlesWith(this.database, term))
  }

  /** Counts the articles that have a word as it is written. */
  countArticlesWithWord(word: string): number {
    return keepCount(this.#wordCounts, word, () => countArticlesWithWord(this.database, word))
  }

  rarityOf(term: string): number {
    const count = this.countArticlesWith(term)
    return count === 0 ? 0 : countToRarity(count, this.articleCount)
  }
}

function keepCount(kept: LRUCache<string, number>, text: string, read: () => number): number {
  const known = kept.get(text)
  if (known !== undefined) return known
  const count = read()
  kept.set(detachText(text), count)
  return count
}

function readCitationFactors(
  database: IndexDatabase,
  capacity: number,
  ordinalOf: (number: KbNumber) => number,
): Float32Array {
  const { target, citations } = allColumns<{ target: KbNumber; citations: number }>(
    database,
    ['target', 'citations'],
    'SELECT target, count(DISTINCT source) AS citations FROM link GROUP BY target',
  )
  const factors = new Float32Array(capacity).fill(1)
  for (const [row, one] of target.entries()) {
    factors[ordinalOf(one)] = countToCitationFactor(citations[row] ?? 0)
  }
  return factors
}

/** Lists the ordinals of all articles, the last reviewed first, then by number. */
function listNewestFirst(database: IndexDatabase): readonly number[] {
  const sql = `SELECT articleText.ordinal FROM articleText JOIN article ON article.number = articleText.number
    ORDER BY coalesce(article.reviewed, article.released) DESC, article.number`
  return allColumns<{ ordinal: number }>(database, ['ordinal'], sql).ordinal
}
