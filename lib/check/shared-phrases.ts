/** Words of a phrase. Three in a row tell one wording from another, and survive where every tenth word is gone. */
const PHRASE_LENGTH = 3
/** So much of a text is read: an entry that an article quotes stands before that. */
const MAX_TEXT = 60_000
/** A shorter row of words is a name or a turn of speech. */
const MIN_WORDS = 4
/** However rare a word is, a phrase is more than one word. */
const MAX_RARITY = 5
/** A row of words that all begin with capital letters is a name, of a product, a service, a key of the registry. */
const MIN_SMALL_WORDS = 2
/** Digits are counts, times and parts of versions; three and more may be a code. */
const MAX_RARITY_OF_DIGITS = [0, 1, 1, 3]

/** A phrase that a paste repeats is followed from so many of its places. */
const MAX_PLACES = 4
/** What may differ within a row: so many words of the paste, so many of the article. */
const GAPS: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 2],
  [1, 2],
  [2, 1],
  [2, 2],
]

/** What a paste and an article have in common. */
export interface SharedPhrases {
  /** The share of the paste's phrases that the article has as well, from 0 to 1. */
  readonly share: number
  /** The row of words that tells most: how much, and where it stands in the article. */
  readonly best?: {
    readonly words: readonly string[]
    readonly weight: number
    readonly start: number
    readonly end: number
  }
}

/** The phrases of a paste, to be compared with many articles. */
export class PastePhrases {
  readonly #words: readonly string[]
  readonly #isSmall: readonly boolean[]
  readonly #places = new Map<string, number[]>()
  readonly #rarities: ReadonlyMap<string, number>

  /** `rarities` has, for each word, the logarithm of how many articles there are for each one that has it. */
  constructor(text: string, rarities: ReadonlyMap<string, number>) {
    const words = listWords(text)
    this.#words = words.map(({ word }) => word)
    this.#isSmall = words.map(({ start }) => /\p{Ll}/u.test(text[start] ?? ''))
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
      for (const place of places.slice(0, MAX_PLACES)) {
        const row = this.#followRow(words, at, place)
        const [first, last] = [words[at], words[row.end - 1]]
        reached = Math.max(reached, row.end)
        if (first && last && row.weight > (best?.weight ?? 0)) {
          best = { words: row.words, weight: row.weight, start: first.start, end: last.end }
        }
      }
    }
    return { share: this.#places.size === 0 ? 0 : shared.size / this.#places.size, best }
  }

  /** Follows a row in both texts as long as they agree. One or two words that differ do not end it: a name, a typing error. */
  #followRow(
    words: readonly PlacedWord[],
    at: number,
    place: number,
  ): { end: number; words: readonly string[]; weight: number } {
    const row: string[] = []
    let [own, other, end, smallCount] = [place, at, at, 0]
    for (;;) {
      const word = words[other]?.word
      if (word !== undefined && word === this.#words[own]) {
        row.push(word)
        smallCount += Number(this.#isSmall[own])
        own += 1
        other += 1
        end = other
        continue
      }
      const gap = GAPS.find(([skippedOwn, skippedOther]) => this.#agree(words, other + skippedOther, own + skippedOwn))
      if (!gap) {
        const isPhrase = row.length >= MIN_WORDS && smallCount >= MIN_SMALL_WORDS
        return { end, words: row, weight: isPhrase ? this.#weigh(row) : 0 }
      }
      own += gap[0]
      other += gap[1]
    }
  }

  /** Tells whether two words in a row are the same. */
  #agree(words: readonly PlacedWord[], at: number, place: number): boolean {
    const [first, second] = [words[at]?.word, words[at + 1]?.word]
    return second !== undefined && first === this.#words[place] && second === this.#words[place + 1]
  }

  /** Each word counts once, so that repeated values of a table do not add up to a phrase. */
  #weigh(words: readonly string[]): number {
    return [...new Set(words)].reduce((sum, word) => {
      const most = (/^\d+$/.test(word) && MAX_RARITY_OF_DIGITS[Math.min(word.length, 3)]) || MAX_RARITY
      return sum + Math.min(most, this.#rarities.get(word) ?? 0)
    }, 0)
  }
}

interface PlacedWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

function listWords(text: string): PlacedWord[] {
  return Array.from(text.slice(0, MAX_TEXT).matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}
