/** Stands in a list of texts for a place without one. */
export const NO_TEXT = 0xffffffff

/** One that is larger is begun anew, so that a collection of any size takes no more memory. */
export const MAX_VOCABULARY = 100_000

/** The reader of a document that was read alone, and has a vocabulary of its own. */
export const NO_READER = -1

/**
 * What a vocabulary has gained since its reader sent it last: terms, and words as they are written. Plain data: documents that one
 * thread sends to another together share it, so that each text is sent and looked up once.
 */
export interface VocabularyPart {
  /** Who makes the vocabulary, one after the other. A new one begins with a part that has nothing before it. */
  readonly reader: number
  readonly termsBefore: number
  terms: readonly string[]
  words: readonly string[]
}

/** Gives each text a place in a list. */
export class TextPlaces {
  readonly #texts: string[] = []
  readonly #places = new Map<string, number>()

  get texts(): readonly string[] {
    return this.#texts
  }

  find(text: string): number | undefined {
    return this.#places.get(text)
  }

  placeOf(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    // The clock of a file may strike between these lines. A text that is in the list twice does no harm.
    const place = this.#texts.push(text) - 1
    this.#places.set(text, place)
    return place
  }
}

/** The places that a writer has for the texts of a list. Each is looked up once until it forgets. */
class Found {
  readonly texts: string[] = []
  readonly #placeOf: (text: string) => number
  #places: (number | undefined)[] = []

  constructor(placeOf: (text: string) => number) {
    this.#placeOf = placeOf
  }

  /** Gives the writer's places for places in the list. `NO_TEXT` stands for itself. */
  translate(places: Uint32Array): Uint32Array {
    const found = new Uint32Array(places.length)
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? NO_TEXT
      found[at] = place === NO_TEXT ? NO_TEXT : (this.#places[place] ?? this.#look(place))
    }
    return found
  }

  #look(place: number): number {
    const text = this.texts[place]
    if (text === undefined) throw new RangeError(`Place ${place} is not in a vocabulary of ${this.texts.length}.`)
    const found = this.#placeOf(text)
    this.#places[place] = found
    return found
  }

  forget(): void {
    this.#places = []
  }
}

/** A vocabulary with what a writer finds for its terms and words. */
export interface FoundVocabulary {
  readonly terms: Found
  readonly words: Found
}

/** Puts the vocabularies of all readers together from the parts that come with documents. */
export class Vocabularies {
  readonly #findTerm: (text: string) => number
  readonly #findWord: (text: string) => number
  readonly #found = new Map<number, FoundVocabulary & { part?: VocabularyPart }>()

  constructor(findTerm: (text: string) => number, findWord: (text: string) => number) {
    this.#findTerm = findTerm
    this.#findWord = findWord
  }

  /** Adds a part, unless it was added already. Throws if another one should have come before. */
  add(part: VocabularyPart): FoundVocabulary {
    const present = this.#found.get(part.reader)
    if (present?.part === part) return present
    const known = part.termsBefore > 0 ? present : this.#begin(part.reader)
    if (known?.terms.texts.length !== part.termsBefore)
      throw new Error(`Documents are out of order: a part of a vocabulary follows ${part.termsBefore} terms.`)
    known.part = part
    for (const term of part.terms) known.terms.texts.push(term)
    for (const word of part.words) known.words.texts.push(word)
    return known
  }

  #begin(reader: number): FoundVocabulary & { part?: VocabularyPart } {
    const begun = { terms: new Found(this.#findTerm), words: new Found(this.#findWord) }
    this.#found.set(reader, begun)
    return begun
  }

  /** Forgets what was found. */
  forget(): void {
    for (const { terms, words } of this.#found.values()) {
      terms.forget()
      words.forget()
    }
  }
}
