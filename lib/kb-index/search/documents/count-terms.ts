import { extractWords, type Word, WordMemory } from '@/lib/kb/search/terms'
import { MAX_VOCABULARY, NO_TEXT, TextPlaces } from './vocabulary'

/** The fields of an article, in the order in which `ArticleCounts` has the counts of a term. */
export const FIELDS = ['title', 'keywords', 'products', 'lead', 'body'] as const
export type Field = (typeof FIELDS)[number]

/** A piece of an article's text. */
export interface CountedText {
  readonly text: string
  readonly field: Field
  /** Its words have positions. */
  readonly isInSequence?: boolean
  /** Words before it and behind it are no neighbors of its words. */
  readonly isApart?: boolean
}

/** What is counted of one article, until the next one is. The places are those of the vocabulary. */
export interface ArticleCounts {
  /** The distinct terms. */
  readonly terms: readonly number[]
  /** For each term, and in it for each field, how often it occurs. */
  readonly counts: Uint32Array
  /** For each field how many words it has. */
  readonly lengths: readonly number[]
  readonly plainWords: readonly number[]
  readonly sequence: readonly number[]
}

/** What a word means in the vocabulary. */
interface PlacedWord {
  readonly term: number
  readonly pieces: readonly number[]
  readonly word: number
  readonly isPlain: boolean
  readonly halves: readonly number[] | undefined
}

/** What the article at hand has of some texts: a list of them, and for each of them its place in the list. */
class Those {
  readonly list: number[] = []
  readonly #places: number[] = []

  /** Gives the place of a text in the list, at whose end a new one is added. */
  placeOf(text: number): number {
    const place = this.#places[text] ?? -1
    if (this.list[place] === text) return place
    this.#places[text] = this.list.length
    return this.list.push(text) - 1
  }

  clear(): void {
    this.list.length = 0
  }
}

/**
 * Counts the terms of articles that share one vocabulary. A word is looked at once for all articles; each occurrence only adds
 * numbers. The clock of a file may strike at any place, so that each article begins anew.
 */
export class TermCounter {
  readonly terms = new TextPlaces()
  readonly words = new TextPlaces()
  readonly #memory = new WordMemory(MAX_VOCABULARY, (word) => this.#place(word))
  /** The terms of the article, and for each the counts in the fields. */
  readonly #terms = new Those()
  #counts = new Uint32Array(1024)
  /** The words of the article, and for each its term. */
  readonly #words = new Those()
  readonly #termOf: number[] = []

  count(texts: readonly CountedText[]): ArticleCounts {
    this.#terms.clear()
    this.#words.clear()
    const [plainWords, sequence]: [number[], number[]] = [[], []]
    const lengths = FIELDS.map(() => 0)
    for (const { text, field, isInSequence = false, isApart = false } of texts) {
      const at = FIELDS.indexOf(field)
      let length = 0
      extractWords(text, this.#memory, {
        onWord: (placed) => {
          length++
          this.#add(this.#termIn(placed, plainWords), at)
          for (const piece of placed.pieces) this.#add(piece, at)
          if (!isInSequence) return
          if (placed.halves) sequence.push(...placed.halves)
          else sequence.push(placed.word)
        },
        onIdentifier: (term) => this.#add(this.terms.placeOf(term), at),
      })
      lengths[at] = (lengths[at] ?? 0) + length
      if (isApart) sequence.push(NO_TEXT)
    }
    return { terms: this.#terms.list.slice(), counts: this.#counts, lengths, plainWords, sequence }
  }

  /** Of two spellings with one form, the first in the article gives the term. */
  #termIn({ word, term, isPlain }: PlacedWord, plainWords: number[]): number {
    const known = this.#words.list.length
    const place = this.#words.placeOf(word)
    if (place < known) return this.#termOf[place] ?? term
    this.#termOf[place] = term
    if (isPlain) plainWords.push(word)
    return term
  }

  #add(term: number, field: number): void {
    const known = this.#terms.list.length
    const place = this.#terms.placeOf(term)
    const start = place * FIELDS.length
    if (place === known) this.#clearCounts(start)
    this.#counts[start + field] = (this.#counts[start + field] ?? 0) + 1
  }

  #clearCounts(start: number): void {
    if (start + FIELDS.length > this.#counts.length) {
      const larger = new Uint32Array(this.#counts.length * 2)
      larger.set(this.#counts)
      this.#counts = larger
    }
    this.#counts.fill(0, start, start + FIELDS.length)
  }

  #place({ term, plain, pieces, halves }: Word): PlacedWord {
    return {
      term: this.terms.placeOf(term),
      pieces: pieces.map((piece) => this.terms.placeOf(piece)),
      word: this.words.placeOf(plain ?? term),
      isPlain: plain !== undefined,
      halves: halves?.map((half) => this.words.placeOf(half)),
    }
  }
}
