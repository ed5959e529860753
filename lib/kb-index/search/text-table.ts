import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { detachText } from '@/lib/kb/search/detach-text'
import type { SearchChange } from '@/lib/kb/search/search-engine'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow, insertRow, run } from '@/lib/kb-index/file/rows'
import { WordTable } from './phrases/word-table'
import { decodePostings, NO_POSTINGS, PostingList } from './posting-list'
import { readPostings } from './read-postings'
import { expandText, listTermsAndWords, type SearchDocument } from './search-document'
import { FoundByPlace } from './vocabulary'

interface StoredText {
  readonly ordinal: number
  readonly firstWord: number
  readonly wordCount: number
  readonly title: string
  readonly keywords: string
  readonly products: string
  readonly body: ArrayBuffer
}

/** A change of the full text. It is collected in memory, so that `write` writes the list of each term once. */
export class TextTable implements SearchChange<SearchDocument> {
  readonly #database: IndexDatabase
  readonly #added = new Map<string, PostingList>()
  readonly #lists = new FoundByPlace((term) => this.#listOf(term))
  readonly #removed = new Map<string, Set<number>>()
  readonly #words: WordTable
  #nextOrdinal: number
  readonly #isEmpty: boolean

  constructor(database: IndexDatabase) {
    this.#database = database
    const last = firstRow<{ last?: number }>(database, 'SELECT max(ordinal) AS last FROM articleText')?.last
    this.#nextOrdinal = (last ?? -1) + 1
    this.#isEmpty = last === undefined
    this.#words = new WordTable(database)
  }

  put(number: KbNumber, document: SearchDocument): void {
    const ordinal = this.#nextOrdinal++
    const { vocabulary, terms, impacts, keywords, products, body } = document
    for (let index = 0; index < terms.length; index++) {
      this.#lists.at(vocabulary.terms, terms[index] ?? 0).add(ordinal, impacts[index] ?? 0)
    }
    const firstWord = this.#words.add(document, vocabulary.words)
    const wordCount = document.sequence.length
    insertRow(this.#database, 'articleText', { number, ordinal, firstWord, wordCount, keywords, products, body })
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
    for (const term of terms) {
      const ordinals = this.#removed.get(term) ?? new Set()
      this.#removed.set(term, ordinals.add(row.ordinal))
    }
    this.#words.remove(words, row.firstWord, row.firstWord + row.wordCount)
    run(this.#database, 'DELETE FROM articleText WHERE number = ?', [number])
  }

  #listOf(term: string): PostingList {
    const known = this.#added.get(term)
    if (known) return known
    const list = new PostingList()
    this.#added.set(detachText(term), list)
    return list
  }

  async write(): Promise<void> {
    const terms = [...new Set([...this.#added.keys(), ...this.#removed.keys()])].sort()
    for (const term of terms) this.#writeTerm(term)
    this.#words.write()
  }

  #writeTerm(term: string): void {
    const list = this.#mergeTerm(term)
    const sql = 'INSERT OR REPLACE INTO posting (term, articleCount, articles) VALUES (?, ?, ?)'
    if (list.count > 0) run(this.#database, sql, [term, list.count, list.toBytes()])
    else run(this.#database, 'DELETE FROM posting WHERE term = ?', [term])
  }

  /** Gives the list of a term after the change. New articles have the highest ordinals. */
  #mergeTerm(term: string): PostingList {
    const added = this.#added.get(term)
    const removed = this.#removed.get(term)
    const stored = this.#isEmpty ? NO_POSTINGS : readPostings(this.#database, term)
    if (added && stored.length === 0 && !removed) return added
    const list = new PostingList()
    for (const postings of [stored, added ? decodePostings(added.toBytes(), added.count) : NO_POSTINGS]) {
      for (let index = 0; index < postings.length; index++) {
        const ordinal = postings.ordinals[index] ?? 0
        if (!removed?.has(ordinal)) list.add(ordinal, postings.impacts[index] ?? 0)
      }
    }
    return list
  }
}
