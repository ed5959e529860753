import type { ArticleSummary, UpdateLine } from '@/lib/kb/article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/kb-number'

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
  const skipped = countSharedWords(updates)
  const hereAt = updates.findIndex(({ number }) => number === here)
  const steps: TimelineStep[] = []
  let leftOut = 0
  updates.forEach((update, position) => {
    if (updates.length > MAX_STEPS && !isShown(position, hereAt, updates.length)) {
      leftOut += 1
      return
    }
    if (leftOut > 0) steps.push({ label: `… ${leftOut} more`, isHere: false })
    leftOut = 0
    steps.push({ update, label: shortLabel(update, skipped), isHere: position === hereAt })
  })
  return steps
}

function isShown(position: number, hereAt: number, count: number): boolean {
  const middle = hereAt === -1 ? count - 1 : hereAt
  return position === 0 || position === count - 1 || Math.abs(position - middle) <= 1
}

/** "Update Rollup 4" among "Update Rollup 1, 2, ..." needs only "Rollup 4": one shared word is enough. */
function countSharedWords(updates: readonly ArticleSummary[]): number {
  const names = updates.map(({ shortTitle }) => shortTitle?.split(' ') ?? [])
  const [first = []] = names
  const different = first.findIndex((word, position) => names.some((words) => words[position] !== word))
  return different === -1 ? 0 : Math.max(0, different - 1)
}

function shortLabel(update: ArticleSummary, skipped: number): string {
  return update.shortTitle?.split(' ').slice(skipped).join(' ') ?? formatKbNumber(update.number)
}
