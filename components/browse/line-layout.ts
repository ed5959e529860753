import { isNewestOfLine } from '@/lib/kb/articles/article'
import type { LineStep } from '@/lib/kb/updates/line-steps'
import { createTimeScale, listTimes, type Tick } from './time-scale'

/** The time in which an update was the newest, in percent of the width. */
export interface LineBar {
  readonly start: number
  readonly end: number
  /** `open` runs to the edge, since no replacement is known; `cut` ends at an unknown time. */
  readonly ending: 'replaced' | 'open' | 'cut'
  readonly isDated: boolean
}

export interface LineLayout {
  /** One for each update, or none at all where no date is known. */
  readonly bars: readonly LineBar[]
  readonly ticks: readonly Tick[]
}

/** The room after the newest release is for its bar, which ends at the edge. */
const EDGE = 99
const SCALE = { start: 0, end: 90, maxTicks: 4 }
const CUT_LENGTH = 6

/** Lays out the bars of updates, given oldest first. */
export function layoutLine(steps: readonly LineStep[]): LineLayout {
  const times = listTimes(steps.map(({ update }) => update.released))
  const scale = createTimeScale(
    times.filter((time) => time !== undefined),
    SCALE,
  )
  if (!scale) return { bars: [], ticks: [] }
  const starts = times.map((time) => (time === undefined ? 0 : scale.xOf(time)))
  const startOf = new Map(steps.map(({ update }, index) => [update.number, starts[index]]))
  const bars = steps.map(({ update, supersededBy }, index): LineBar => {
    const start = starts[index] ?? 0
    const bar = { start, isDated: update.released !== undefined }
    const successor = supersededBy === undefined ? undefined : startOf.get(supersededBy)
    if (successor !== undefined) return { ...bar, end: Math.max(start, successor), ending: 'replaced' }
    const isOpen = isNewestOfLine(update.state) || update.state === 'no-replacement-known'
    return isOpen
      ? { ...bar, end: EDGE, ending: 'open' }
      : { ...bar, end: Math.min(EDGE, start + CUT_LENGTH), ending: 'cut' }
  })
  return { bars, ticks: scale.ticks }
}
