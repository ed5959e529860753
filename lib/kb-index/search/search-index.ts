import { LRUCache } from 'lru-cache'
import { FIRST_KEY, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allColumns } from '@/lib/kb-index/file/rows'
import { FacetTable } from './facet-table'
import { intersectPostings, type Postings } from './posting-list'
import { countArticlesWith, readPostings } from './read-postings'
import { ScoreTable } from './score-articles'
import { countToRarity } from './scored-word'

/** Posting lists that are kept for the next search, since the common words of a field are searched again and again. */
const MAX_KEPT_BYTES = 48_000_000
const BYTES_PER_ARTICLE = 5
const BYTES_PER_LIST = 300

/** Gives the articles of an index as it is now. Inside one read, everything that is read later belongs to the same version. */
export const searchIndexOf = perVersion((database) => new SearchIndex(database))

/** The articles of one version of an index by ordinal, with what every search needs of them: about 70 bytes each. */
export class SearchIndex {
  readonly database: IndexDatabase
  readonly articleCount: number
  /** One more than the highest ordinal. */
  readonly capacity: number
  readonly facets: FacetTable
  readonly withScores: ScoreTable['withScores']
  /** 0 where an ordinal is no longer used. */
  readonly #numbers: Int32Array
  readonly #postings = new LRUCache<string, Postings>({
    maxSize: MAX_KEPT_BYTES,
    sizeCalculation: ({ length }) => length * BYTES_PER_ARTICLE + BYTES_PER_LIST,
  })

  constructor(database: IndexDatabase) {
    const sql = 'SELECT ordinal, number FROM articleText ORDER BY ordinal'
    const { ordinal: ordinals, number } = allColumns<{ ordinal: number; number: KbNumber }>(
      database,
      ['ordinal', 'number'],
      sql,
    )
    this.database = database
    this.articleCount = ordinals.length
    this.capacity = (ordinals.at(-1) ?? -1) + 1
    this.#numbers = new Int32Array(this.capacity)
    for (const [row, ordinal] of ordinals.entries()) this.#numbers[ordinal] = number[row] ?? 0
    this.facets = new FacetTable(database, this.capacity)
    const scores = new ScoreTable(this)
    this.withScores = (words, use) => scores.withScores(words, use)
  }

  numberOf(ordinal: number): KbNumber {
    return this.#numbers[ordinal] as KbNumber
  }

  numbersOf(ordinals: readonly number[]): KbNumber[] {
    return ordinals.map((ordinal) => this.numberOf(ordinal))
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

  countArticlesWith(term: string): number {
    return countArticlesWith(this.database, term)
  }

  /** Gives how distinctive a term is. */
  rarityOf(term: string): number {
    return countToRarity(this.countArticlesWith(term), this.articleCount)
  }
}

/** Lists the ordinals whose KB numbers begin with the digits; without digits, all of them. */
export function listOrdinalsWithPrefix(numbers: Int32Array, digits: string): number[] {
  const found: number[] = []
  const [scale, wanted] = [10 ** digits.length, Number(digits)]
  for (const [ordinal, number] of numbers.entries()) {
    let start = number
    while (start >= scale) start = Math.floor(start / 10)
    if (start === wanted && number !== 0 && (digits === '' || number < FIRST_KEY)) found.push(ordinal)
  }
  return found
}
