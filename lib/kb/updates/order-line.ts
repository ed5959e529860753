import type { KbNumber } from '@/lib/kb/numbers/kb-number'

export interface LineUpdate {
  readonly number: KbNumber
  readonly released?: string
}

/**
 * Orders the updates of a line, oldest first: what is replaced before what replaces it, then by date, then by number.
 * Updates of a cycle come last.
 */
export function orderLine<Update extends LineUpdate>(
  updates: readonly Update[],
  successors: ReadonlyMap<KbNumber, KbNumber>,
): Update[] {
  const sorted = [...updates].sort((a, b) => compareDates(a, b) || a.number - b.number)
  const places = new Map(sorted.map((update, place) => [update.number, place]))
  const nextPlaces = sorted.map((update) => {
    const successor = successors.get(update.number)
    return successor === undefined ? undefined : places.get(successor)
  })
  const waitsFor = sorted.map(() => 0)
  for (const next of nextPlaces) if (next !== undefined) waitsFor[next] = (waitsFor[next] ?? 0) + 1
  const ordered = new Set<Update>()
  for (const start of sorted.keys()) {
    // What only waited for this update follows it at once, because it sorts before everything that is left.
    for (let place: number | undefined = start; place !== undefined && place <= start; place = nextPlaces[place]) {
      const update = sorted[place]
      if (!update || ordered.has(update) || waitsFor[place] !== 0) break
      ordered.add(update)
      const next = nextPlaces[place]
      if (next !== undefined) waitsFor[next] = (waitsFor[next] ?? 0) - 1
    }
  }
  return [...ordered, ...sorted.filter((update) => !ordered.has(update))]
}

/** An unknown date comes last, and `2015-12` before every day of the month. */
function compareDates(a: LineUpdate, b: LineUpdate): number {
  const [left, right] = [a.released ?? '9999', b.released ?? '9999']
  return left < right ? -1 : left > right ? 1 : 0
}
