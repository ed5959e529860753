/** A mark on a time scale. */
export interface Tick {
  /** In percent of the drawing's width, like every place on a scale. */
  readonly x: number
  readonly label: string
}

const DAY = 86_400_000
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })
/** Possible distances between marks, in months. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
/** Gives dates of one day a scale. */
const MIN_SPAN = 90 * DAY

/** Where the first and the last time stand, and how many labels there is room for on the narrowest screen. */
interface TimeFrame {
  readonly start: number
  readonly end: number
  readonly maxTicks: number
}

/** A scale from the first of some times to the last; without a time there is none. */
export function createTimeScale(times: readonly number[], { start, end, maxTicks }: TimeFrame) {
  if (times.length === 0) return undefined
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))]
  const perTime = (end - start) / Math.max(last - first, MIN_SPAN)
  const xOf = (time: number) => Math.round((start + (time - first) * perTime) * 10) / 10
  const ticks = listTicks(first, first + (100 - start) / perTime, maxTicks).map(
    ({ time, label }): Tick => ({ x: xOf(time), label }),
  )
  // A label at the edge would leave the drawing.
  const margin = 50 / maxTicks
  return { xOf, ticks: ticks.filter(({ x }) => x >= margin && x <= 100 - margin) }
}

/** Lists whole months or years. */
function listTicks(from: number, to: number, maxTicks: number): { time: number; label: string }[] {
  const months = monthOf(to) - monthOf(from)
  const step = STEPS.find((candidate) => months / candidate <= maxTicks) ?? months
  const ticks: { time: number; label: string }[] = []
  for (let month = Math.ceil(monthOf(from) / step) * step; ; month += step) {
    const time = Date.UTC(Math.floor(month / 12), month % 12)
    if (time > to) return ticks
    ticks.push({ time, label: step < 12 ? MONTH.format(time) : String(Math.floor(month / 12)) })
  }
}

function monthOf(time: number): number {
  const date = new Date(time)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** Gives the time of each date in a sequence; unknown ones lie evenly between their neighbors, or with the nearest. */
export function listTimes(dates: readonly (string | undefined)[]): (number | undefined)[] {
  const known = dates.map((date) => (date === undefined ? Number.NaN : Date.parse(date)))
  const times: (number | undefined)[] = known.map((time) => (Number.isNaN(time) ? undefined : time))
  const indexes = [...times.keys()].filter((index) => times[index] !== undefined)
  let passed = 0
  return times.map((time, index) => {
    if (time !== undefined) {
      passed += 1
      return time
    }
    const [before, after] = [indexes[passed - 1], indexes[passed]]
    const [from, to] = [before, after].map((place) => (place === undefined ? undefined : times[place]))
    if (before === undefined || after === undefined || from === undefined || to === undefined) return from ?? to
    return from + ((to - from) * (index - before)) / (after - before)
  })
}
