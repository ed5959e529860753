import { hashTerm } from './search-document'

/** Words further apart than this are not near. */
const MAX_DISTANCE = 12
/** Words in the order of the query count more than the other way round. */
const IN_ORDER = 1.5

/** A word of the query, and how much it tells. */
export interface NearWord {
  readonly term: string
  readonly rarity: number
}

/**
 * Gives how near to each other the words of a query stand in an article, told by the hashes at its places: the sum over
 * pairs of the rarer word's weight divided by their least distance.
 */
export function measureNearness(places: Uint16Array, words: readonly NearWord[]): number {
  const indexOf = new Map(words.map(({ term }, index) => [hashTerm(term), index]))
  const lastPlace = new Array<number>(words.length).fill(Number.NEGATIVE_INFINITY)
  const best = new Float64Array(words.length * words.length)
  for (let place = 0; place < places.length; place++) {
    const index = indexOf.get(places[place] ?? 0)
    if (index === undefined) continue
    for (let other = 0; other < words.length; other++) {
      const distance = place - (lastPlace[other] ?? 0)
      if (other === index || distance > MAX_DISTANCE) continue
      const value = (distance === 1 && index === other + 1 ? IN_ORDER : 1) / distance
      const pair = Math.min(index, other) * words.length + Math.max(index, other)
      if (value > (best[pair] ?? 0)) best[pair] = value
    }
    lastPlace[index] = place
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

/** Tells whether the terms stand one after the other, as far as their hashes tell. */
export function hasSequence(places: Uint16Array, terms: readonly string[]): boolean {
  const hashes = terms.map(hashTerm)
  const [first] = hashes
  if (first === undefined) return true
  for (let place = places.indexOf(first); place >= 0; place = places.indexOf(first, place + 1)) {
    if (hashes.every((hash, offset) => places[place + offset] === hash)) return true
  }
  return false
}
