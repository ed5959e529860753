import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { FilterName } from '@/lib/kb/search/search-filters'
import { listWordTerms } from '@/lib/kb/search/terms'
import type { FacetRows } from '@/lib/kb-index/search/facets/facet-column'
import { FacetTable } from '@/lib/kb-index/search/facets/facet-table'
import { listOrdinalsWithPrefix } from '@/lib/kb-index/search/ordinals-with-prefix'
import { findPhrases } from '@/lib/kb-index/search/phrases/find-phrases'
import { decodePositions } from '@/lib/kb-index/search/phrases/position-list'
import {
  decodePostings,
  intersectPostings,
  keepPostings,
  NO_POSTINGS,
  type Postings,
} from '@/lib/kb-index/search/posting-list'
import type { RankedIndex } from '@/lib/kb-index/search/rank-hits'
import { ScoreTable } from '@/lib/kb-index/search/score-articles'
import { countToCitationFactor, countToRarity } from '@/lib/kb-index/search/scored-word'
import {
  type CollectionData,
  type ColumnData,
  nameOfText,
  nameOfTexts,
  type SearchedArticle,
  TEXTS_PER_FILE,
  type TermsData,
  type TextsData,
  type WordsData,
} from './search-files'

/**
 * The index of a copy of the site, of whose files only some are there. What is in no file that is there seems to be in no article;
 * `missing` has the names of the files that were needed.
 */
export class CopiedIndex implements RankedIndex {
  readonly capacity: number
  readonly articleCount: number
  readonly facets: FacetTable
  readonly citationFactors: Float32Array
  readonly firstWords: Int32Array
  readonly wordOrdinals: Int32Array
  readonly withScores: ScoreTable['withScores']
  readonly missing = new Set<string>()
  readonly #collection: CollectionData
  readonly #files: ReadonlyMap<string, unknown>
  readonly #ordinals: ReadonlyMap<number, number>

  constructor(collection: CollectionData, files: ReadonlyMap<string, unknown>) {
    const { numbers, citations, firstWords, wordOrdinals, facets, productNames, products } = collection
    this.#collection = collection
    this.#files = files
    this.#ordinals = new Map(numbers.flatMap((number, ordinal) => (number === 0 ? [] : [[number, ordinal]])))
    this.capacity = numbers.length
    this.articleCount = this.#ordinals.size
    this.citationFactors = Float32Array.from(citations, countToCitationFactor)
    this.firstWords = Int32Array.from(firstWords)
    this.wordOrdinals = Int32Array.from(wordOrdinals)
    this.facets = new FacetTable(this.capacity, {
      productNames: new Map(productNames),
      rows: toRows(facets),
      listWithProduct: (product) => listWithProduct(products, product),
    })
    const scores = new ScoreTable(this)
    this.withScores = (words, use) => scores.withScores(words, use)
  }

  numberOf(ordinal: number): KbNumber {
    return this.#collection.numbers[ordinal] as KbNumber
  }

  numbersOf(ordinals: readonly number[]): KbNumber[] {
    return ordinals.map((ordinal) => this.numberOf(ordinal))
  }

  orderOf(sort: 'newest' | 'number'): readonly number[] {
    if (sort === 'newest') return this.#collection.newest
    return this.listOrdinals().sort((a, b) => this.numberOf(a) - this.numberOf(b))
  }

  listOrdinals(digits = ''): number[] {
    return listOrdinalsWithPrefix(Int32Array.from(this.#collection.numbers), digits)
  }

  postingsOf(terms: readonly string[]): Postings {
    return terms.map((term) => this.#postingsOfTerm(term)).reduce(intersectPostings)
  }

  postingsOfName(name: string): Postings {
    const terms = listWordTerms(name)
    if (terms.length < 2) return this.postingsOf(terms)
    return keepPostings(this.postingsOf(terms), findPhrases(this, [name, `${name}s`]))
  }

  countArticlesWith(term: string): number {
    return this.#countAndPostings(term)[0]
  }

  rarityOf(term: string): number {
    const count = this.countArticlesWith(term)
    return count === 0 ? 0 : countToRarity(count, this.articleCount)
  }

  positionsOf(words: ReadonlySet<string>): ReadonlyMap<string, Int32Array> {
    return new Map(
      [...words].flatMap((word) => {
        const data = this.#read(nameOfText('words', word, this.#collection.wordFiles)) as WordsData | undefined
        if (!data || !Object.hasOwn(data, word)) return []
        const pieces = data[word]?.map(([first, positions]) => ({ first, positions: fromBase64(positions) })) ?? []
        return [[word, decodePositions(pieces)] as const]
      }),
    )
  }

  readTexts(numbers: readonly KbNumber[]): ReadonlyMap<KbNumber, { title: string; body: string }> {
    return new Map(
      numbers.flatMap((number) => {
        const shown = this.getArticle(number)
        return shown ? [[number, { title: shown.article.title, body: shown.text }] as const] : []
      }),
    )
  }

  /** Gives an article as a search shows it. */
  getArticle(number: KbNumber): SearchedArticle | undefined {
    const ordinal = this.#ordinals.get(number)
    if (ordinal === undefined) return undefined
    return (this.#read(nameOfTexts(ordinal)) as TextsData | undefined)?.[ordinal % TEXTS_PER_FILE] ?? undefined
  }

  #postingsOfTerm(term: string): Postings {
    const [count, postings] = this.#countAndPostings(term)
    return count > 0 ? decodePostings(fromBase64(postings), count) : NO_POSTINGS
  }

  #countAndPostings(term: string): readonly [count: number, postings: string] {
    const data = this.#read(nameOfText('terms', term, this.#collection.termFiles)) as TermsData | undefined
    return (data && Object.hasOwn(data, term) ? data[term] : undefined) ?? [0, '']
  }

  #read(name: string): unknown {
    const data = this.#files.get(name)
    if (data === undefined) this.missing.add(name)
    return data
  }
}

function toRows(facets: CollectionData['facets']): Readonly<Record<FilterName, FacetRows>> {
  const toColumn = ({ values, ordinals, places }: ColumnData): FacetRows => {
    return { ordinals, values: places.map((place) => values[place] ?? null) }
  }
  const { product, kind, state, provenance, year } = facets
  return {
    product: toColumn(product),
    kind: toColumn(kind),
    state: toColumn(state),
    provenance: toColumn(provenance),
    year: toColumn(year),
  }
}

/** The articles of the product with a slug, or else of all whose slugs have its words. */
function listWithProduct(products: CollectionData['products'], slug: string): Int32Array {
  const exact = products.filter(([own]) => own === slug)
  const words = slug.split('-')
  const hasWords = ([own]: CollectionData['products'][number]) => words.every((word) => own.split('-').includes(word))
  const found = exact.length > 0 ? exact : products.filter(hasWords)
  return Int32Array.from(new Set(found.flatMap(([, ordinals]) => ordinals))).sort()
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
