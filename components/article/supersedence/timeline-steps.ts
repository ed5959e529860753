import type { ArticleSummary, UpdateLine } from '@/lib/kb/articles/article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { labelUpdates } from './update-labels'

/** A longer line shows its ends and the neighbours of the article. */
const MAX_STEPS = 8

/** One stop on a timeline: an update, or, without one, a stretch that is left out. */
export interface TimelineStep {
  readonly update?: ArticleSummary
  readonly label: string
  readonly isHere: boolean
}

/** Gives the stops of a timeline, oldest first: all, or the first, those around `here`, and the last. */
export function timelineSteps(line: UpdateLine, here?: KbNumber): readonly TimelineStep[] {
  const { updates } = line
  const labels = labelUpdates(updates)
  const hereAt = updates.findIndex(({ number }) => number === here)
  const steps: TimelineStep[] = []
  let next = 0
  for (const position of shownPositions(updates.length, hereAt)) {
    if (position > next) steps.push({ label: `… ${position - next} more`, isHere: false })
    next = position + 1
    const update = updates[position]
    if (update)
      steps.push({ update, label: labels[position] ?? formatKbNumber(update.number), isHere: position === hereAt })
  }
  return steps
}

/** A stop for a stretch of one would save nothing, so such an update is shown as well. */
function shownPositions(count: number, hereAt: number): readonly number[] {
  const positions = [...Array(count).keys()]
  if (count <= MAX_STEPS) return positions
  const [from, to] = hereAt === -1 ? [count - MAX_STEPS + 2, count] : [hereAt - 1, hereAt + 1]
  const isShown = (position: number) => position === 0 || position === count - 1 || (position >= from && position <= to)
  return positions.filter((position) => isShown(position) || (isShown(position - 1) && isShown(position + 1)))
}
