import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow, RowBatch, run } from '@/lib/kb-index/file/rows'
import { CollectedPositions } from '@/lib/kb-index/search/documents/collected'
import { decodePositions, PositionList } from './position-list'

/** The words of an article, by their places in a list. */
export interface WordSequence {
  /** The distinct words of letters, from which typing errors are corrected. */
  readonly plainWords: Uint32Array
  /** All words of the title and the text in reading order, or `NO_TEXT`, which keeps the words at both sides apart. */
  readonly sequence: Uint32Array
}

/** The distinct words of an article. */
interface RemovedWords {
  readonly words: readonly string[]
  readonly plainWords: readonly string[]
}

interface Piece {
  readonly first: number
  readonly positions: ArrayBuffer
}

/**
 * A change of the words: in how many articles each is, and where. Each word of the collection has a position: the titles and texts of the articles stand one after the other,
 * in the order of their ordinals. The list of a word is kept in pieces of a quarter of a page, so that a change writes few.
 */
export class WordTable {
  readonly #database: IndexDatabase
  #isEmpty: boolean
  readonly #removed: { words: readonly string[]; start: number; end: number }[] = []
  #next: number
  #added: CollectedPositions
  readonly #counted: RowBatch
  readonly #inserted: RowBatch
  /** By how much the number of articles that have a word changes, by its place. It is 0 for words that are not of letters. */
  #counts: number[] = []

  constructor(database: IndexDatabase) {
    this.#database = database
    this.#counted = new RowBatch(
      database,
      'INSERT INTO word (word, articleCount)',
      '(?, ?)',
      'ON CONFLICT (word) DO UPDATE SET articleCount = articleCount + excluded.articleCount',
    )
    this.#inserted = new RowBatch(database, 'INSERT INTO wordPosition (word, first, positions)', '(?, ?, ?)')
    const sql = 'SELECT firstWord + wordCount AS next FROM articleText ORDER BY ordinal DESC LIMIT 1'
    this.#next = firstRow<{ next?: number }>(database, sql)?.next ?? 0
    this.#isEmpty = this.#next === 0
    this.#added = new CollectedPositions(this.#next)
  }

  /** Gives the place of a word among those of this change, until it is written. */
  placeOf(word: string): number {
    return this.#added.words.placeOf(word)
  }

  /** Adds the words of an article, which are in use from then on, and gives the position of the first one. */
  add({ plainWords, sequence }: WordSequence): number {
    const start = this.#next
    for (const place of plainWords) this.#counts[place] = (this.#counts[place] ?? 0) + 1
    this.#added.add(sequence)
    this.#next = start + sequence.length
    return start
  }

  /** Removes an article whose words stand from `start` up to `end`. */
  remove({ words, plainWords }: RemovedWords, start: number, end: number): void {
    for (const word of plainWords) {
      const place = this.placeOf(word)
      this.#counts[place] = (this.#counts[place] ?? 0) - 1
    }
    if (!this.#added.remove(start)) this.#removed.push({ words, start, end })
  }

  /** Writes the change so far, and begins another one. */
  write(): void {
    for (const { words, start, end } of this.#removed) for (const word of words) this.#removeRange(word, start, end)
    const listOf = this.#added.sort()
    for (const word of [...new Set(this.#added.words.texts)].sort()) {
      const articleCount = this.#counts[this.placeOf(word)] ?? 0
      if (articleCount !== 0) this.#count(word, articleCount)
      const positions = listOf(word)
      if (positions.isEmpty) continue
      if (!this.#isEmpty) this.#reopenLastPiece(word, positions)
      for (const { first, positions: bytes } of positions.listPieces(word.length))
        this.#inserted.add(word, first, bytes)
    }
    this.#counted.flush()
    this.#inserted.flush()
    this.#added = new CollectedPositions(this.#next)
    this.#counts = []
    this.#removed.length = 0
    this.#isEmpty = this.#next === 0
  }

  #count(word: string, change: number): void {
    this.#counted.add(word, change)
    if (change > 0) return
    this.#counted.flush()
    run(this.#database, 'DELETE FROM word WHERE word = ? AND articleCount <= 0', [word])
  }

  #removeRange(word: string, start: number, end: number): void {
    const pieces = allRows<Piece>(
      this.#database,
      `SELECT first, positions FROM wordPosition WHERE word = $word AND first < $end
       AND first >= coalesce((SELECT max(first) FROM wordPosition WHERE word = $word AND first <= $start), 0) ORDER BY first`,
      { word, start, end },
    )
    for (const piece of pieces) {
      this.#delete(word, piece.first)
      const kept = new PositionList()
      kept.prepend(decodePiece(piece))
      kept.remove(start, end)
      for (const rest of kept.listPieces(word.length)) this.#insert(word, rest)
    }
  }

  /** Puts the last stored piece of a word before what is added, so that pieces fill up. */
  #reopenLastPiece(word: string, list: PositionList): void {
    const last = firstRow<Piece>(
      this.#database,
      'SELECT first, positions FROM wordPosition WHERE word = ? ORDER BY first DESC LIMIT 1',
      [word],
    )
    if (!last) return
    this.#delete(word, last.first)
    list.prepend(decodePiece(last))
  }

  #insert(word: string, { first, positions }: { first: number; positions: Uint8Array }): void {
    run(this.#database, 'INSERT INTO wordPosition (word, first, positions) VALUES (?, ?, ?)', [word, first, positions])
  }

  #delete(word: string, first: number): void {
    run(this.#database, 'DELETE FROM wordPosition WHERE word = ? AND first = ?', [word, first])
  }
}

function decodePiece({ first, positions }: Piece): Int32Array {
  return decodePositions([{ first, positions: new Uint8Array(positions) }])
}
