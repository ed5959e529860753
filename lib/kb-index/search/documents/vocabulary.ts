/** One that is larger is begun anew, so that a collection of any size takes no more memory. */
export const MAX_VOCABULARY = 200_000

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

/** What a writer has found for the terms and words of a vocabulary, by their places. */
export interface FoundVocabulary<Term, Word> {
  readonly terms: Term[]
  readonly words: Word[]
}

/** Finds something for each text of the vocabularies of all readers, once. */
export class Vocabularies<Term, Word> {
  readonly #findTerm: (text: string) => Term
  readonly #findWord: (text: string) => Word
  readonly #found = new Map<number, FoundVocabulary<Term, Word> & { part: VocabularyPart }>()

  constructor(findTerm: (text: string) => Term, findWord: (text: string) => Word) {
    this.#findTerm = findTerm
    this.#findWord = findWord
  }

  /** Adds a part, unless it was added already. Throws if another one should have come before. */
  add(part: VocabularyPart): FoundVocabulary<Term, Word> {
    const known = this.#found.get(part.reader)
    if (known?.part === part) return known
    const found = part.termsBefore > 0 && known ? known : { terms: [], words: [], part }
    if (found.terms.length !== part.termsBefore)
      throw new Error(`A vocabulary has ${found.terms.length} terms before a part that follows ${part.termsBefore}.`)
    found.part = part
    for (const term of part.terms) found.terms.push(this.#findTerm(term))
    for (const word of part.words) found.words.push(this.#findWord(word))
    this.#found.set(part.reader, found)
    return found
  }
}
