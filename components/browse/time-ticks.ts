/** A mark on a time scale. */
export interface Tick {
  readonly x: number
  readonly label: string
}

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })
/** Possible distances between marks, in months. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
/** The width of a label, in units of the drawing. */
const LABEL_WIDTH = 64

/** Lists marks at whole months or years between two times, as many as fit between `left` and `right`. */
export function listTicks(from: number, to: number, { left, right }: { left: number; right: number }): Tick[] {
  const firstMonth = monthOf(from)
  const months = monthOf(to) - firstMonth
  const room = Math.max(1, Math.floor((right - left) / LABEL_WIDTH))
  const step = STEPS.find((candidate) => months / candidate <= room) ?? months
  const ticks: Tick[] = []
  for (let month = Math.ceil(firstMonth / step) * step; ; month += step) {
    const time = Date.UTC(Math.floor(month / 12), month % 12)
    if (time > to) return ticks
    const x = Math.round((left + ((time - from) / (to - from)) * (right - left)) * 10) / 10
    // A label that begins at the edge would leave the drawing.
    if (time >= from && x <= right - LABEL_WIDTH / 2) {
      ticks.push({ x, label: step < 12 ? MONTH.format(time) : String(Math.floor(month / 12)) })
    }
  }
}

function monthOf(time: number): number {
  const date = new Date(time)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
