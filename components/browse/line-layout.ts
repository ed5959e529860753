import type { LineStep } from '@/lib/kb/updates/line-steps'
import { listTicks, type Tick } from './time-ticks'

/** Where a drawing of a line has room. */
export interface DrawingFrame {
  readonly width: number
  /** Left and right end of the part that has the scale of time. */
  readonly left: number
  readonly right: number
  /** Room for the scale's labels. */
  readonly top: number
  readonly rowHeight: number
  /** Where in its row a bar lies. */
  readonly barAt: number
}

/** The bar of an update: from its release to the release of what replaced it. */
export interface LayoutRow {
  readonly step: LineStep
  readonly y: number
  /** The height at which the bar lies. */
  readonly barY: number
  readonly start: number
  readonly end: number
  /** `open` runs to the edge, since nothing replaces it; `cut` ends at a time that is not known. */
  readonly ending: 'replaced' | 'open' | 'cut'
  readonly isDated: boolean
  /** The height of the bar of the update that replaces it. */
  readonly successorY?: number
}

export interface LineLayout {
  readonly height: number
  readonly rows: readonly LayoutRow[]
  readonly ticks: readonly Tick[]
}

const DAY = 86_400_000
/** A line of one day would have no scale. */
const MIN_SPAN = 90 * DAY
/** The part of the scale after the newest release, in which its bar stands. */
const LATEST_SHARE = 0.1
const CUT_LENGTH = 22

/** Lays out the updates of a line, given oldest first: a row each, the newest on top. An unknown date lies between its neighbours. */
export function layoutLine(steps: readonly LineStep[], frame: DrawingFrame): LineLayout {
  const known = steps.map(({ update }) => (update.released === undefined ? undefined : Date.parse(update.released)))
  const dates = known.filter((date) => date !== undefined)
  const times = fillGaps(known)
  const first = Math.min(...times)
  const span = Math.max(Math.max(...times) - first, dates.length > 0 ? MIN_SPAN : 1)
  const perTime = ((frame.right - frame.left) * (1 - LATEST_SHARE)) / span
  const xOf = (time: number) => Math.round((frame.left + (time - first) * perTime) * 10) / 10
  const places = new Map(steps.map(({ update }, place) => [update.number, place]))
  const yOf = (place: number) => frame.top + (steps.length - 1 - place) * frame.rowHeight
  const rows = steps.map((step, place): LayoutRow => {
    const start = xOf(times[place] ?? first)
    const successor = step.supersededBy === undefined ? undefined : places.get(step.supersededBy)
    const row = { step, y: yOf(place), barY: yOf(place) + frame.barAt, start, isDated: known[place] !== undefined }
    if (successor !== undefined) {
      const end = Math.max(start, xOf(times[successor] ?? first))
      return { ...row, end, ending: 'replaced', successorY: yOf(successor) + frame.barAt }
    }
    const isOpen = step.update.state === 'latest' || step.update.state === 'current'
    return isOpen
      ? { ...row, end: frame.right, ending: 'open' }
      : { ...row, end: Math.min(frame.right, start + CUT_LENGTH), ending: 'cut' }
  })
  return {
    height: frame.top + steps.length * frame.rowHeight,
    rows: rows.toReversed(),
    ticks: dates.length > 0 ? listTicks(first, first + span / (1 - LATEST_SHARE), frame) : [],
  }
}

/** Puts what is unknown at equal distances between what is known; with nothing known, everything at equal distances. */
function fillGaps(known: readonly (number | undefined)[]): number[] {
  const at = known.flatMap((time, place) => (time === undefined ? [] : [place]))
  const timeAt = (place: number | undefined) => (place === undefined ? undefined : known[place])
  if (at.length === 0) return known.map((_, place) => place)
  return known.map((time, place) => {
    if (time !== undefined) return time
    const before = at.findLast((other) => other < place)
    const after = at.find((other) => other > place)
    const [from, to] = [timeAt(before), timeAt(after)]
    if (before === undefined || after === undefined || from === undefined || to === undefined) return from ?? to ?? 0
    return from + ((to - from) * (place - before)) / (after - before)
  })
}
