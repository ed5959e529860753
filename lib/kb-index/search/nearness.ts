import type { TermMatch } from './term-matches'

/** In characters; words further apart do not count. */
const MAX_DISTANCE = 150
/** Below 1: words of one sentence count, not only neighbors. Tuned on bench/relevance. */
const DISTANCE_POWER = 0.7
/** Characters of an average word with its blank. */
const WORD_LENGTH = 6.5
/** Neighbors in the order of the query count more than in reverse order. */
const IN_ORDER = 1.5

/** A word of the query, and how distinctive it is. */
export interface NearWord {
  readonly term: string
  readonly rarity: number
}

/**
 * Measures how close the words of a query are to each other in a text: the sum over all pairs of words of the smaller of their
 * rarities, divided by a power of their smallest distance in words.
 */
export function measureNearness(matches: readonly TermMatch[], words: readonly NearWord[]): number {
  const indexOf = new Map(words.map(({ term }, index) => [term, index]))
  const lastEnd = new Array<number>(words.length).fill(Number.NEGATIVE_INFINITY)
  const best = new Float64Array(words.length * words.length)
  for (const { start, end, term } of matches) {
    const index = indexOf.get(term)
    if (index === undefined) continue
    for (let other = 0; other < words.length; other++) {
      const gap = start - (lastEnd[other] ?? 0)
      if (other === index || gap > MAX_DISTANCE) continue
      const distance = 1 + Math.round((gap - 1) / WORD_LENGTH)
      const value = (distance === 1 && index === other + 1 ? IN_ORDER : 1) / Math.max(1, distance) ** DISTANCE_POWER
      const pair = Math.min(index, other) * words.length + Math.max(index, other)
      if (value > (best[pair] ?? 0)) best[pair] = value
    }
    lastEnd[index] = end
  }
  const sumOf = (a: number, { rarity }: NearWord) =>
    words.reduce((sum, other, b) => sum + (best[a * words.length + b] ?? 0) * Math.min(rarity, other.rarity), 0)
  return words.reduce((sum, word, a) => sum + sumOf(a, word), 0)
}
