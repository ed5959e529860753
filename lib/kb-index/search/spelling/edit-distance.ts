/** Longer words are compared up to here. */
const MAX_LENGTH = 64

/** Three rows of the table of edits, used again for each pair of words: a search compares thousands. */
const rows = Array.from({ length: 3 }, () => new Uint8Array(MAX_LENGTH + 1))

/**
 * Gives the fewest edits that turn one word into the other: a letter more, less or different, or two neighbors exchanged
 * (optimal string alignment). Gives `undefined` if it takes more than `limit`.
 */
export function editDistance(left: string, right: string, limit: number): number | undefined {
  if (Math.abs(left.length - right.length) > limit || Math.max(left.length, right.length) > MAX_LENGTH) return undefined
  let [beforePrevious, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let column = 0; column <= right.length; column++) previous[column] = column
  for (let row = 1; row <= left.length; row++) {
    current[0] = row
    let least = row
    const letter = left.charCodeAt(row - 1)
    const before = row > 1 ? left.charCodeAt(row - 2) : -1
    for (let column = 1; column <= right.length; column++) {
      const other = right.charCodeAt(column - 1)
      let steps = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (letter === other ? 0 : 1),
      )
      const isExchange = column > 1 && letter === right.charCodeAt(column - 2) && before === other
      if (isExchange) steps = Math.min(steps, (beforePrevious[column - 2] ?? 0) + 1)
      current[column] = steps
      least = Math.min(least, steps)
    }
    if (least > limit) return undefined
    ;[beforePrevious, previous, current] = [previous, current, beforePrevious]
  }
  const distance = previous[right.length] ?? 0
  return distance <= limit ? distance : undefined
}
