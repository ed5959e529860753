import type { ArticleSummary, UpdateLine } from '@/lib/kb/articles/article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { labelUpdates } from './update-labels'

/** A longer series shows its ends and the neighbors of the article. */
const MAX_STEPS = 8

/** A stop on a timeline: an update, or, without one, a gap. */
export interface TimelineStep {
  readonly update?: ArticleSummary
  readonly label: string
  readonly isHere: boolean
}

/** Lists the stops of a timeline, oldest first: all, or the first, those around `here`, and the last. */
export function listTimelineSteps(line: UpdateLine, here?: KbNumber): readonly TimelineStep[] {
  const { updates } = line
  const labels = labelUpdates(updates)
  const hereIndex = updates.findIndex(({ number }) => number === here)
  const steps: TimelineStep[] = []
  let next = 0
  for (const index of shownIndexes(updates.length, hereIndex)) {
    if (index > next) steps.push({ label: `… ${index - next} more`, isHere: false })
    next = index + 1
    const update = updates[index]
    if (update)
      steps.push({ update, label: labels[index] ?? formatKbNumber(update.number), isHere: index === hereIndex })
  }
  return steps
}

/** An update that a gap would hide alone is shown, since the gap takes the same room. */
function shownIndexes(count: number, hereIndex: number): readonly number[] {
  const indexes = [...Array(count).keys()]
  if (count <= MAX_STEPS) return indexes
  const [from, to] = hereIndex === -1 ? [count - MAX_STEPS + 2, count] : [hereIndex - 1, hereIndex + 1]
  const isShown = (index: number) => index === 0 || index === count - 1 || (index >= from && index <= to)
  return indexes.filter((index) => isShown(index) || (isShown(index - 1) && isShown(index + 1)))
}
