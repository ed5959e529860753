/** Gives the known name that a misspelt one is nearest to, or `undefined` if none is near: `titel` means `title`. */
export function meantField(written: string, known: readonly string[]): string | undefined {
  const lower = written.toLowerCase().replace(/[-_ ]/g, '')
  const rated = known.map((name) => ({ name, distance: distanceOf(lower, name.toLowerCase()) }))
  const [best] = rated.sort((one, other) => one.distance - other.distance)
  return best && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined
}

/** Counts the letters to change, add, leave out or swap with their neighbor. */
function distanceOf(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)]
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1
      const least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost)
      const isSwap = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current.push(isSwap ? Math.min(least, (before[column - 2] ?? 0) + 1) : least)
    }
    before = last
    last = current
  }
  return last[other.length] ?? 0
}
