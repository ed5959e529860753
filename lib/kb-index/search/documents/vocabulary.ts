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

  placeOf(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    // The clock of a file may strike between these lines. A text that is in the list twice does no harm.
    const place = this.#texts.push(text) - 1
    this.#places.set(text, place)
    return place
  }
}

/** What a writer finds for each text of a list, once until it forgets. */
class Found<Value> {
  readonly texts: string[] = []
  readonly #find: (text: string) => Value
  #values: (Value | undefined)[] = []

  constructor(find: (text: string) => Value) {
    this.#find = find
  }

  at(place: number): Value {
    const known = this.#values[place]
    if (known !== undefined) return known
    const text = this.texts[place]
    if (text === undefined) throw new RangeError(`Place ${place} is not in a vocabulary of ${this.texts.length}.`)
    const value = this.#find(text)
    this.#values[place] = value
    return value
  }

  forget(): void {
    this.#values = []
  }
}

/** A vocabulary with what a writer finds for its terms and words. */
export interface FoundVocabulary<Term, Word> {
  readonly terms: Found<Term>
  readonly words: Found<Word>
}

/** Puts the vocabularies of all readers together from the parts that come with documents. */
export class Vocabularies<Term, Word> {
  readonly #findTerm: (text: string) => Term
  readonly #findWord: (text: string) => Word
  readonly #found = new Map<number, FoundVocabulary<Term, Word> & { part?: VocabularyPart }>()

  constructor(findTerm: (text: string) => Term, findWord: (text: string) => Word) {
    this.#findTerm = findTerm
    this.#findWord = findWord
  }

  /** Adds a part, unless it was added already. Throws if another one should have come before. */
  add(part: VocabularyPart): FoundVocabulary<Term, Word> {
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

  #begin(reader: number): FoundVocabulary<Term, Word> & { part?: VocabularyPart } {
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
