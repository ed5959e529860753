/**
 * The terms of a batch of documents, and its words as they are written. Plain data: documents that one thread sends to another
 * together share it, so that each text is sent and looked up once.
 */
export interface Vocabulary {
  readonly terms: readonly string[]
  readonly words: readonly string[]
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

/** Finds something for the places of a vocabulary, once for each place as long as the same vocabulary is used. */
export class FoundByPlace<Value> {
  readonly #find: (text: string) => Value
  #texts: readonly string[] = []
  #found: (Value | undefined)[] = []

  constructor(find: (text: string) => Value) {
    this.#find = find
  }

  at(texts: readonly string[], place: number): Value {
    if (texts !== this.#texts) {
      this.#texts = texts
      this.#found = []
    }
    const known = this.#found[place]
    if (known !== undefined) return known
    const text = texts[place]
    if (text === undefined) throw new RangeError(`Place ${place} is not in a vocabulary of ${texts.length}.`)
    const value = this.#find(text)
    this.#found[place] = value
    return value
  }
}
