import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SearchChange } from '@/lib/kb/search/search-engine'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow, insertRow, RowBatch, run } from '@/lib/kb-index/file/rows'
import { CollectedPostings } from './documents/collected'
import { expandText, listTermsAndWords, type SearchDocument } from './documents/search-document'
import { Vocabularies } from './documents/vocabulary'
import { WordTable } from './phrases/word-table'
import { changePostings, NO_STORED_POSTINGS, type PostingList } from './posting-list'
import { readStoredPostings } from './read-postings'

interface StoredText {
  readonly ordinal: number
  readonly firstWord: number
  readonly wordCount: number
  readonly title: string
  readonly keywords: string
  readonly products: string
  readonly body: ArrayBuffer
}

/**
 * Postings and positions that are collected in memory, so that the list of each term is written once. A larger change is written in
 * parts, each of which lengthens the lists of those before it: the archive has 39 million in 350 MB.
 */
const MAX_COLLECTED = 50_000_000

/** A change of the full text. */
export class TextTable implements SearchChange<SearchDocument> {
  readonly #database: IndexDatabase
  readonly #removed = new Map<string, Set<number>>()
  readonly #words: WordTable
  readonly #vocabularies: Vocabularies
  #added = new CollectedPostings()
  #nextOrdinal: number
  #isEmpty: boolean
  #collected = 0
  readonly #maxCollected: number

  constructor(database: IndexDatabase, maxCollected = MAX_COLLECTED) {
    this.#database = database
    this.#maxCollected = maxCollected
    const last = firstRow<{ last?: number }>(database, 'SELECT max(ordinal) AS last FROM articleText')?.last
    this.#nextOrdinal = (last ?? -1) + 1
    this.#isEmpty = last === undefined
    this.#words = new WordTable(database)
    this.#vocabularies = new Vocabularies(
      (term) => this.#added.terms.placeOf(term),
      (word) => this.#words.placeOf(word),
    )
  }

  put(number: KbNumber, document: SearchDocument): void {
    const ordinal = this.#nextOrdinal++
    const { vocabulary, terms, impacts, keywords, products, body } = document
    const found = this.#vocabularies.add(vocabulary)
    this.#added.add(ordinal, found.terms.translate(terms), impacts)
    const firstWord = this.#words.add({
      plainWords: found.words.translate(document.plainWords),
      sequence: found.words.translate(document.sequence),
    })
    const wordCount = document.sequence.length
    insertRow(this.#database, 'articleText', { number, ordinal, firstWord, wordCount, keywords, products, body })
    this.#collected += terms.length + wordCount
    if (this.#collected > this.#maxCollected) this.#writeCollected()
  }

  leaveOut({ vocabulary }: SearchDocument): void {
    this.#vocabularies.add(vocabulary)
  }

  delete(number: KbNumber): void {
    const row = firstRow<StoredText>(
      this.#database,
      `SELECT ordinal, firstWord, wordCount, article.title, keywords, articleText.products, body
       FROM articleText JOIN article ON article.number = articleText.number WHERE articleText.number = ?`,
      [number],
    )
    if (!row) return
    const { terms, ...words } = listTermsAndWords({ ...row, body: expandText(new Uint8Array(row.body)) })
    if (!this.#added.remove(row.ordinal)) {
      for (const term of terms) {
        const ordinals = this.#removed.get(term) ?? new Set()
        this.#removed.set(term, ordinals.add(row.ordinal))
      }
    }
    this.#words.remove(words, row.firstWord, row.firstWord + row.wordCount)
    run(this.#database, 'DELETE FROM articleText WHERE number = ?', [number])
  }

  async write(): Promise<void> {
    this.#writeCollected()
  }

  #writeCollected(): void {
    const listOf = this.#added.sort()
    const terms = [...new Set([...this.#added.terms.texts, ...this.#removed.keys()])].sort()
    const rows = new RowBatch(
      this.#database,
      'INSERT OR REPLACE INTO posting (term, articleCount, articles)',
      '(?, ?, ?)',
    )
    for (const term of terms) this.#writeTerm(term, listOf(term), rows)
    rows.flush()
    this.#words.write()
    this.#added = new CollectedPostings()
    this.#removed.clear()
    this.#vocabularies.forget()
    this.#collected = 0
    this.#isEmpty = false
  }

  /** New articles have the highest ordinals. */
  #writeTerm(term: string, added: PostingList, rows: RowBatch): void {
    const removed = this.#removed.get(term)
    const stored = this.#isEmpty ? NO_STORED_POSTINGS : readStoredPostings(this.#database, term)
    const isNew = removed === undefined && stored.count === 0
    const { bytes, count } = isNew
      ? { bytes: added.toBytes(), count: added.count }
      : changePostings(stored, { removed, added })
    if (count > 0) rows.add(term, count, bytes)
    else run(this.#database, 'DELETE FROM posting WHERE term = ?', [term])
  }
}
