import type { ArticleSummary, UpdateLine } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LineFacts } from '@/lib/kb/updates/line-steps'
import { findUpdatePath } from '@/lib/kb/updates/update-path'

/** What is newer than a whole line of updates, since a later line of the product follows it. */
export interface NewerForProduct {
  readonly latest: ArticleSummary
  /** What has to be installed first, such as the service pack that opens the later line. */
  readonly needs?: ArticleSummary
}

/** What follows from the updates of one line that are installed. */
export interface LineStanding {
  /** Oldest first. */
  readonly installed: readonly ArticleSummary[]
  readonly newest: ArticleSummary
  /** The latest of this line that was not withdrawn. */
  readonly latest: ArticleSummary
  /** What is newer than the newest that is installed, oldest first, up to the latest; empty when the latest is installed. */
  readonly way: readonly ArticleSummary[]
  /** Statements of supersedence lead from the newest installed update to the latest. Else only the order of the line says so. */
  readonly isStated: boolean
  readonly fixCount: number
  /** The line has ended, and this is newer. The latest of the line is not the latest for the product then. */
  readonly newerForProduct?: NewerForProduct
}

/**
 * Judges the installed updates of one line, whose updates are oldest first. The latest is the last that was not withdrawn. Gives
 * `undefined` when none of the line is installed.
 */
export function judgeLine(
  { updates }: UpdateLine,
  facts: LineFacts,
  isInstalled: (number: KbNumber) => boolean,
): LineStanding | undefined {
  const installed = updates.filter(({ number }) => isInstalled(number))
  const newest = installed.at(-1)
  if (!newest) return undefined
  const latest = updates.findLast(({ state, number }) => state !== 'withdrawn' || number === newest.number) ?? newest
  if (updates.indexOf(latest) <= updates.indexOf(newest)) {
    return { installed, newest, latest: newest, way: [], isStated: true, fixCount: 0 }
  }
  const way = findUpdatePath(updates, facts, { from: newest.number, to: latest.number })
  return {
    installed,
    newest,
    latest,
    way: way?.updates ?? [latest],
    isStated: way?.isStated ?? false,
    fixCount: way?.fixes.length ?? 0,
  }
}
