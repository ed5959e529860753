import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { detachText } from '@/lib/kb/search/detach-text'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow, run } from '@/lib/kb-index/file/rows'
import { decodePostings, NO_POSTINGS, PostingList } from './posting-list'
import { readStoredPostings } from './read-postings'
import { expandText, listTermsAndWords, type SearchDocument } from './search-document'

/**
 * The full text of the collection: which articles have a term, and how much it counts there. Changes are collected and
 * written together, each term once, by `write`.
 */
export class TextTable {
  readonly #database: IndexDatabase
  readonly #added = new Map<string, PostingList>()
  readonly #removed = new Map<string, Set<number>>()
  readonly #wordCounts = new Map<string, number>()
  #nextOrdinal: number
  readonly #isEmpty: boolean

  constructor(database: IndexDatabase) {
    this.#database = database
    const last = firstRow<{ last: number | null }>(database, 'SELECT max(ordinal) AS last FROM articleText')?.last
    this.#nextOrdinal = (last ?? -1) + 1
    this.#isEmpty = typeof last !== 'number'
  }

  add(number: KbNumber, document: SearchDocument): void {
    const ordinal = this.#nextOrdinal++
    for (const [index, term] of linesOf(document.terms).entries()) {
      let list = this.#added.get(term)
      if (!list) {
        list = new PostingList()
        this.#added.set(detachText(term), list)
      }
      list.add(ordinal, document.impacts[index] ?? 0)
    }
    for (const word of linesOf(document.words)) this.#countWord(word, 1)
    run(this.#database, 'INSERT INTO articleText (number, ordinal, keywords, products, body) VALUES (?, ?, ?, ?, ?)', [
      number,
      ordinal,
      document.keywords,
      document.products,
      document.body,
    ])
  }

  /** Forgets an article; to be called while its row of `article` is still there. */
  remove(number: KbNumber): void {
    const row = firstRow<{ ordinal: number; title: string; keywords: string; products: string; body: ArrayBuffer }>(
      this.#database,
      `SELECT articleText.ordinal, article.title, articleText.keywords, articleText.products, articleText.body
       FROM articleText JOIN article ON article.number = articleText.number WHERE articleText.number = ?`,
      [number],
    )
    if (!row) return
    const { terms, words } = listTermsAndWords({ ...row, body: expandText(new Uint8Array(row.body)) })
    for (const term of terms) {
      const ordinals = this.#removed.get(term) ?? new Set()
      this.#removed.set(term, ordinals.add(row.ordinal))
    }
    for (const word of words) this.#countWord(word, -1)
    run(this.#database, 'DELETE FROM articleText WHERE number = ?', [number])
  }

  /** Writes all changes since the table was made. */
  async write(): Promise<void> {
    const terms = [...new Set([...this.#added.keys(), ...this.#removed.keys()])].sort()
    for (const term of terms) this.#writeTerm(term)
    this.#writeWords()
    this.#added.clear()
    this.#removed.clear()
    this.#wordCounts.clear()
  }

  #writeTerm(term: string): void {
    const added = this.#added.get(term)
    const removed = this.#removed.get(term)
    const stored = this.#isEmpty ? NO_POSTINGS : readStoredPostings(this.#database, term)
    if (added && stored.length === 0 && !removed) {
      this.#putTerm(term, added)
      return
    }
    const list = new PostingList()
    for (const postings of [stored, added ? decodePostings(added.toBytes(), added.count) : NO_POSTINGS]) {
      for (let index = 0; index < postings.length; index++) {
        const ordinal = postings.ordinals[index] ?? 0
        if (!removed?.has(ordinal)) list.add(ordinal, postings.impacts[index] ?? 0)
      }
    }
    if (list.count > 0) this.#putTerm(term, list)
    else run(this.#database, 'DELETE FROM posting WHERE term = ?', [term])
  }

  #putTerm(term: string, list: PostingList): void {
    run(this.#database, 'INSERT OR REPLACE INTO posting (term, articleCount, articles) VALUES (?, ?, ?)', [
      term,
      list.count,
      list.toBytes(),
    ])
  }

  #countWord(word: string, change: number): void {
    const count = this.#wordCounts.get(word)
    this.#wordCounts.set(count === undefined ? detachText(word) : word, (count ?? 0) + change)
  }

  #writeWords(): void {
    const sql = `INSERT INTO word (word, articleCount) VALUES (?, ?)
      ON CONFLICT (word) DO UPDATE SET articleCount = articleCount + excluded.articleCount`
    for (const [word, count] of [...this.#wordCounts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (count !== 0) run(this.#database, sql, [word, count])
    }
    if (!this.#isEmpty) run(this.#database, 'DELETE FROM word WHERE articleCount <= 0')
  }
}

/** Gives the lines of a text; an empty text has none. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
