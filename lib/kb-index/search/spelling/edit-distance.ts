/**
 * Gives the fewest edits that turn one word into the other: a letter more, less or different, or two neighbors exchanged
 * (optimal string alignment). Gives `undefined` if it takes more than `limit`.
 */
export function editDistance(left: string, right: string, limit: number): number | undefined {
  if (Math.abs(left.length - right.length) > limit) return undefined
  let beforePrevious: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      let steps = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isExchange = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (row > 1 && column > 1 && isExchange) steps = Math.min(steps, (beforePrevious[column - 2] ?? 0) + 1)
      current.push(steps)
      least = Math.min(least, steps)
    }
    if (least > limit) return undefined
    beforePrevious = previous
    previous = current
  }
  const distance = previous[right.length] ?? 0
  return distance <= limit ? distance : undefined
}
