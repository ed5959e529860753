import { isNewestOfLine } from '@/lib/kb/articles/article'
import type { LineStep } from '@/lib/kb/updates/line-steps'
import { listTicks, type Tick } from './time-ticks'

/** The room that a chart has, in units of its drawing. */
export interface DrawingFrame {
  readonly width: number
  /** The ends of the time scale. */
  readonly left: number
  readonly right: number
  /** The height of the scale's labels. */
  readonly top: number
  readonly rowHeight: number
  /** The height of a bar within its row. */
  readonly barAt: number
}

/** The bar of an update, from its release to the release of what replaced it. */
export interface LayoutRow {
  readonly step: LineStep
  readonly y: number
  readonly barY: number
  readonly start: number
  readonly end: number
  /** `open` runs to the edge, since no replacement is known; `cut` ends at an unknown time. */
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
/** Gives a series of one day a scale. */
const MIN_SPAN = 90 * DAY
/** The share of the scale after the newest release, for its bar. */
const LATEST_SHARE = 0.1
const CUT_LENGTH = 22

/** Lays out updates, given oldest first, in rows with the newest on top. An unknown date lies between its neighbors. */
export function layoutLine(steps: readonly LineStep[], frame: DrawingFrame): LineLayout {
  const known = steps.map(({ update }) => (update.released === undefined ? undefined : Date.parse(update.released)))
  const dates = known.filter((date) => date !== undefined)
  const times = fillGaps(known)
  const first = Math.min(...times)
  const span = Math.max(Math.max(...times) - first, dates.length > 0 ? MIN_SPAN : 1)
  const perTime = ((frame.right - frame.left) * (1 - LATEST_SHARE)) / span
  const xOf = (time: number) => Math.round((frame.left + (time - first) * perTime) * 10) / 10
  const indexes = new Map(steps.map(({ update }, index) => [update.number, index]))
  const yOf = (index: number) => frame.top + (steps.length - 1 - index) * frame.rowHeight
  const rows = steps.map((step, index): LayoutRow => {
    const start = xOf(times[index] ?? first)
    const successor = step.supersededBy === undefined ? undefined : indexes.get(step.supersededBy)
    const row = { step, y: yOf(index), barY: yOf(index) + frame.barAt, start, isDated: known[index] !== undefined }
    if (successor !== undefined) {
      const end = Math.max(start, xOf(times[successor] ?? first))
      return { ...row, end, ending: 'replaced', successorY: yOf(successor) + frame.barAt }
    }
    const isOpen = isNewestOfLine(step.update.state) || step.update.state === 'no-replacement-known'
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

/** Spreads unknown times evenly between known ones, or all of them evenly if none is known. */
function fillGaps(known: readonly (number | undefined)[]): number[] {
  const indexes = known.flatMap((time, index) => (time === undefined ? [] : [index]))
  const timeAt = (index: number | undefined) => (index === undefined ? undefined : known[index])
  if (indexes.length === 0) return known.map((_, index) => index)
  return known.map((time, index) => {
    if (time !== undefined) return time
    const before = indexes.findLast((other) => other < index)
    const after = indexes.find((other) => other > index)
    const [from, to] = [timeAt(before), timeAt(after)]
    if (before === undefined || after === undefined || from === undefined || to === undefined) return from ?? to ?? 0
    return from + ((to - from) * (index - before)) / (after - before)
  })
}
