/** Words of a phrase. Three in a row tell one wording from another, and survive where every tenth word is gone. */
const PHRASE_LENGTH = 3
/** So much of a text is read: an entry that an article quotes stands before that. */
const MAX_TEXT = 40_000
/** A shorter row of words is a name or a turn of speech. */
const MIN_WORDS = 4
/** However rare a word is, a phrase is more than one word. */
const MAX_RARITY = 5
/** Digits are counts, times and parts of versions; three and more may be a code. */
const MAX_RARITY_OF_DIGITS = [0, 1, 1, 3]

/** What a paste and an article have in common. */
export interface SharedPhrases {
  /** The share of the paste's phrases that the article has as well, from 0 to 1. */
  readonly share: number
  /** The row of words that tells most: how much, and where it stands in the article. */
  readonly best?: { readonly weight: number; readonly start: number; readonly end: number }
}

/** The phrases of a paste, to be compared with many articles. */
export class PastePhrases {
  readonly #words: readonly string[]
  readonly #places = new Map<string, number[]>()
  readonly #rarities: ReadonlyMap<string, number>

  /** `rarities` tells of each word how few articles have it, as the logarithm of one in so many. */
  constructor(text: string, rarities: ReadonlyMap<string, number>) {
    this.#words = listWords(text).map(({ word }) => word)
    this.#rarities = rarities
    for (let at = 0; at + PHRASE_LENGTH <= this.#words.length; at++) {
      const phrase = this.#words.slice(at, at + PHRASE_LENGTH).join(' ')
      const places = this.#places.get(phrase)
      if (places) places.push(at)
      else this.#places.set(phrase, [at])
    }
  }

  /** Compares the paste with the text of an article. */
  compare(text: string): SharedPhrases {
    const words = listWords(text)
    const shared = new Set<string>()
    let best: SharedPhrases['best']
    for (let at = 0, reached = 0; at + PHRASE_LENGTH <= words.length; at++) {
      const phrase = `${words[at]?.word} ${words[at + 1]?.word} ${words[at + 2]?.word}`
      const places = this.#places.get(phrase)
      if (!places) continue
      shared.add(phrase)
      // The row that ends here was looked at from its first word.
      if (at + PHRASE_LENGTH <= reached) continue
      const length = Math.max(...places.map((place) => this.#lengthOfRow(words, at, place)))
      reached = at + length
      const row = words.slice(at, reached)
      const weight = length < MIN_WORDS ? 0 : this.#weigh(row.map(({ word }) => word))
      const [first, last] = [row[0], row.at(-1)]
      if (first && last && weight > (best?.weight ?? 0)) best = { weight, start: first.start, end: last.end }
    }
    return { share: this.#places.size === 0 ? 0 : shared.size / this.#places.size, best }
  }

  #lengthOfRow(words: readonly { word: string }[], at: number, place: number): number {
    let length = PHRASE_LENGTH
    while (at + length < words.length && words[at + length]?.word === this.#words[place + length]) length += 1
    return length
  }

  /** A word counts once, so that a table of the same values is no phrase. */
  #weigh(words: readonly string[]): number {
    return [...new Set(words)].reduce((sum, word) => {
      const most = (/^\d+$/.test(word) && MAX_RARITY_OF_DIGITS[Math.min(word.length, 3)]) || MAX_RARITY
      return sum + Math.min(most, this.#rarities.get(word) ?? 0)
    }, 0)
  }
}

function listWords(text: string): { word: string; start: number; end: number }[] {
  return Array.from(text.slice(0, MAX_TEXT).matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}
