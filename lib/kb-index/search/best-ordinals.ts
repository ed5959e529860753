import type { SearchMemory } from './search-memory'

/** Gives the ordinals with the highest scores, best first, of equal ones the lower number first: at most `limit`. */
export function listBestOrdinals(memory: SearchMemory, ordinals: readonly number[], limit: number): number[] {
  const { scores } = memory.scratch
  const best: number[] = []
  for (const ordinal of ordinals) {
    const last = best.at(-1)
    if (best.length === limit && last !== undefined && compare(memory, scores, ordinal, last) > 0) continue
    let [low, high] = [0, best.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(memory, scores, best[middle] ?? 0, ordinal) < 0) low = middle + 1
      else high = middle
    }
    best.splice(low, 0, ordinal)
    if (best.length > limit) best.pop()
  }
  return best
}

function compare({ numbers }: SearchMemory, scores: Float32Array, a: number, b: number): number {
  return (scores[b] ?? 0) - (scores[a] ?? 0) || (numbers[a] ?? 0) - (numbers[b] ?? 0)
}
