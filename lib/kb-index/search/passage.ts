import type { ScoredWord } from './scored-word'
import type { TermMatch } from './term-matches'

/** Characters of a passage: some 50 words, two or three sentences. Tuned on bench/relevance (0053). */
const PASSAGE_LENGTH = 300

/** The words of a query, and the terms that stand for them in a text. */
export interface PassageWords {
  /** How distinctive each word is. */
  readonly rarities: readonly number[]
  /** For each term the words for which it stands, and how much of each it covers. */
  readonly places: ReadonlyMap<string, readonly { readonly word: number; readonly share: number }[]>
}

/** Lists the words of a plan. `rarityOf` gives how distinctive a term is, and 0 for one that no article has. */
export function listPassageWords(
  words: readonly ScoredWord<unknown>[],
  rarityOf: (term: string) => number,
): PassageWords {
  const counted = words.filter(({ isExtra }) => !isExtra)
  const places = new Map<string, { word: number; share: number }[]>()
  counted.forEach(({ alternatives }, word) => {
    for (const { terms, weight, isName } of alternatives) {
      // The words of an identifier are the identifier where they stand together.
      const share = isName === undefined && terms.length > 1 ? 1 : weight
      for (const term of terms) places.set(term, [...(places.get(term) ?? []), { word, share: share / terms.length }])
    }
  })
  return { rarities: counted.map((word) => rarityOfWord(word, rarityOf)), places }
}

/** Gives the rarity of the first alternative that any article has, or of a more frequent name. */
function rarityOfWord({ alternatives }: ScoredWord<unknown>, rarityOf: (term: string) => number): number {
  const known = alternatives
    .map(({ terms, isName }) => ({ isName, rarity: Math.max(0, ...terms.map(rarityOf)) }))
    .filter(({ rarity }) => rarity > 0)
  const names = known.filter(({ isName }, index) => index === 0 || isName === true)
  return names.length === 0 ? 0 : Math.min(...names.map(({ rarity }) => rarity))
}

/** Measures how much of a query the best passage of a text has: the sum of the rarities of its words. Matches are ascending. */
export function measurePassage(matches: readonly TermMatch[], { rarities, places }: PassageWords): number {
  const counts = new Map<string, number>()
  const shares = new Float64Array(rarities.length)
  let [sum, best, first] = [0, 0, 0]
  const count = (term: string, change: 1 | -1) => {
    const before = counts.get(term) ?? 0
    counts.set(term, before + change)
    if (before !== 0 && before + change !== 0) return
    for (const { word, share } of places.get(term) ?? []) {
      const had = shares[word] ?? 0
      shares[word] = had + change * share
      sum += (rarities[word] ?? 0) * (Math.min(1, had + change * share) - Math.min(1, had))
    }
  }
  for (const { term, end } of matches) {
    count(term, 1)
    for (let left = matches[first]; left && end - left.start > PASSAGE_LENGTH; left = matches[++first])
      count(left.term, -1)
    best = Math.max(best, sum)
  }
  return best
}
