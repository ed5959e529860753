import type { TermMatch } from './term-matches'

/** Words further apart than this, in characters, are not near. */
const MAX_DISTANCE = 80
/** Characters of a usual word and the blank behind it. */
const WORD_LENGTH = 6.5
/** Neighbours in the order of the query count more than the other way round. */
const IN_ORDER = 1.5

/** A word of the query, and how much it tells. */
export interface NearWord {
  readonly term: string
  readonly rarity: number
}

/**
 * Gives how near to each other the words of a query stand in a text: the sum over pairs of the rarer word's weight divided
 * by their least distance in words.
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
      const value = (distance === 1 && index === other + 1 ? IN_ORDER : 1) / Math.max(1, distance)
      const pair = Math.min(index, other) * words.length + Math.max(index, other)
      if (value > (best[pair] ?? 0)) best[pair] = value
    }
    lastEnd[index] = end
  }
  return words.reduce(
    (sum, left, a) =>
      sum +
      words.reduce(
        (inner, right, b) => inner + (best[a * words.length + b] ?? 0) * Math.min(left.rarity, right.rarity),
        0,
      ),
    0,
  )
}
