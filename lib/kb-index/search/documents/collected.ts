import { PositionList } from '@/lib/kb-index/search/phrases/position-list'
import { PostingList } from '@/lib/kb-index/search/posting-list'
import { NO_TEXT, TextPlaces } from './vocabulary'

// What a writer collects of many articles is numbers in a few long arrays, sorted by counting: an object for each of a million terms
// would take more memory than what is collected.

/** Gives for each text the place of its first occurrence when all are sorted by text, and at the end the number of all. */
function countStarts(lists: Iterable<Uint32Array>, textCount: number): Uint32Array {
  const starts = new Uint32Array(textCount + 1)
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const text = list[at] ?? NO_TEXT
      if (text !== NO_TEXT) starts[text + 1] = (starts[text + 1] ?? 0) + 1
    }
  }
  for (let text = 0; text < textCount; text++) starts[text + 1] = (starts[text + 1] ?? 0) + (starts[text] ?? 0)
  return starts
}

/** The terms of articles that are not written yet. */
export class CollectedPostings {
  readonly terms = new TextPlaces()
  readonly #ordinals: number[] = []
  readonly #terms: Uint32Array[] = []
  readonly #impacts: Uint8Array[] = []

  /** Adds an article whose ordinal is higher than those before. */
  add(ordinal: number, terms: Uint32Array, impacts: Uint8Array): void {
    this.#ordinals.push(ordinal)
    this.#terms.push(terms)
    this.#impacts.push(impacts)
  }

  /** Removes an article, and tells whether it was here. */
  remove(ordinal: number): boolean {
    const terms = this.#terms[this.#ordinals.indexOf(ordinal)]
    terms?.fill(NO_TEXT)
    return terms !== undefined
  }

  /** Gives a function that lists the articles of a term until it is called again. */
  sort(): (term: string) => PostingList {
    const starts = countStarts(this.#terms, this.terms.texts.length)
    const next = starts.slice()
    const ordinals = new Int32Array(starts.at(-1) ?? 0)
    const impacts = new Uint8Array(ordinals.length)
    for (const [place, terms] of this.#terms.entries()) {
      const ordinal = this.#ordinals[place] ?? 0
      const own = this.#impacts[place]
      for (let at = 0; at < terms.length; at++) {
        const term = terms[at] ?? NO_TEXT
        if (term === NO_TEXT) continue
        const to = next[term] ?? 0
        next[term] = to + 1
        ordinals[to] = ordinal
        impacts[to] = own?.[at] ?? 0
      }
    }
    const list = new PostingList()
    return (term) => {
      list.clear()
      const place = this.terms.find(term)
      if (place === undefined) return list
      const end = starts[place + 1] ?? 0
      for (let at = starts[place] ?? 0; at < end; at++) list.add(ordinals[at] ?? 0, impacts[at] ?? 0)
      return list
    }
  }
}

/** The words of articles that are not written yet, at positions that follow each other. */
export class CollectedPositions {
  readonly words = new TextPlaces()
  readonly #first: number
  readonly #sequences: Uint32Array[] = []

  constructor(first: number) {
    this.#first = first
  }

  /** Adds the words that follow. */
  add(words: Uint32Array): void {
    this.#sequences.push(words)
  }

  /** Removes the words from a position on that an article began at, and tells whether they were here. */
  remove(start: number): boolean {
    let position = this.#first
    for (const words of this.#sequences) {
      if (position === start) words.fill(NO_TEXT)
      if (position >= start) break
      position += words.length
    }
    return start >= this.#first
  }

  /** Gives a function that lists the positions of a word until it is called again. */
  sort(): (word: string) => PositionList {
    const starts = countStarts(this.#sequences, this.words.texts.length)
    const next = starts.slice()
    const positions = new Int32Array(starts.at(-1) ?? 0)
    let position = this.#first
    for (const words of this.#sequences) {
      for (let at = 0; at < words.length; at++, position++) {
        const word = words[at] ?? NO_TEXT
        if (word === NO_TEXT) continue
        const to = next[word] ?? 0
        next[word] = to + 1
        positions[to] = position
      }
    }
    const list = new PositionList()
    return (word) => {
      list.clear()
      const place = this.words.find(word)
      if (place === undefined) return list
      const end = starts[place + 1] ?? 0
      for (let at = starts[place] ?? 0; at < end; at++) list.add(positions[at] ?? 0)
      return list
    }
  }
}
