import { detachText } from '@/lib/kb/search/detach-text'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow, run } from '@/lib/kb-index/file/rows'
import { decodePositions, PositionList } from './position-list'

/** The words of an article, by their places in a vocabulary. */
export interface WordSequence {
  /** The distinct words of letters, from which typing errors are corrected. */
  readonly plainWords: Uint32Array
  /** All words of the title and the text in reading order, or `NO_WORD`. */
  readonly sequence: Uint32Array
}

/** Stands in a sequence for a place without a word, which keeps the words at both sides apart. */
export const NO_WORD = 0xffffffff

/** The distinct words of an article. */
interface RemovedWords {
  readonly words: readonly string[]
  readonly plainWords: readonly string[]
}

interface Piece {
  readonly first: number
  readonly positions: ArrayBuffer
}

/** What a change of the collection does to a word. */
export interface WordChange {
  /** By how much the number of articles that have the word changes. It is 0 for words that are not of letters. */
  articleCount: number
  /** Where the word stands in what is added. */
  readonly positions: PositionList
}

/**
 * A change of the words: in how many articles each is, and where. Each word of the collection has a position: the titles and texts of the articles stand one after the other,
 * in the order of their ordinals. The list of a word is kept in pieces of a quarter of a page, so that a change writes few.
 */
export class WordTable {
  readonly #database: IndexDatabase
  #isEmpty: boolean
  readonly #changed = new Map<string, WordChange>()
  readonly #removed: { words: readonly string[]; start: number; end: number }[] = []
  #next: number

  constructor(database: IndexDatabase) {
    this.#database = database
    const sql = 'SELECT firstWord + wordCount AS next FROM articleText ORDER BY ordinal DESC LIMIT 1'
    this.#next = firstRow<{ next?: number }>(database, sql)?.next ?? 0
    this.#isEmpty = this.#next === 0
  }

  /** Adds the words of an article, given the changes of its vocabulary, and gives the position of the first one. */
  add({ plainWords, sequence }: WordSequence, changes: { at(place: number): WordChange }): number {
    const start = this.#next
    for (const place of plainWords) changes.at(place).articleCount++
    for (let at = 0; at < sequence.length; at++) {
      const place = sequence[at] ?? NO_WORD
      if (place !== NO_WORD) changes.at(place).positions.add(start + at)
    }
    this.#next = start + sequence.length
    return start
  }

  /** Removes an article whose words stand from `start` up to `end`. */
  remove({ words, plainWords }: RemovedWords, start: number, end: number): void {
    for (const word of plainWords) this.changeOf(word).articleCount--
    this.#removed.push({ words, start, end })
  }

  /** Writes the change so far, and begins another one. */
  write(): void {
    for (const { words, start, end } of this.#removed) {
      for (const word of words) {
        this.#removeRange(word, start, end)
        this.#changed.get(word)?.positions.remove(start, end)
      }
    }
    for (const [word, { articleCount, positions }] of [...this.#changed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (articleCount !== 0) this.#count(word, articleCount)
      if (positions.isEmpty) continue
      if (!this.#isEmpty) this.#reopenLastPiece(word, positions)
      for (const piece of positions.listPieces(word.length)) this.#insert(word, piece)
    }
    this.#changed.clear()
    this.#removed.length = 0
    this.#isEmpty = this.#next === 0
  }

  #count(word: string, change: number): void {
    const sql = `INSERT INTO word (word, articleCount) VALUES (?, ?)
      ON CONFLICT (word) DO UPDATE SET articleCount = articleCount + excluded.articleCount`
    run(this.#database, sql, [word, change])
    if (change < 0) run(this.#database, 'DELETE FROM word WHERE word = ? AND articleCount <= 0', [word])
  }

  /** Gives what is done to a word. */
  changeOf(word: string): WordChange {
    const known = this.#changed.get(word)
    if (known) return known
    const change = { articleCount: 0, positions: new PositionList() }
    this.#changed.set(detachText(word), change)
    return change
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
