import type { ArticleSummary } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Series } from './series'
import type { NewerForProduct } from './succession'

/** What replaces the updates of a line, and what they fix. */
export interface LineFacts {
  /** The article that replaces each update; it may belong to no line. */
  readonly successors: ReadonlyMap<KbNumber, KbNumber>
  /** The fixes that each update lists. An update without a list may fix something, too. */
  readonly fixes: ReadonlyMap<KbNumber, readonly KbNumber[]>
}

export interface LineStep {
  readonly update: ArticleSummary
  /** It may belong to no line. */
  readonly supersededBy?: KbNumber
  /** The updates of the line whose successor it is. */
  readonly replaces: readonly ArticleSummary[]
  readonly fixCount: number
  /** Fixes that no earlier update of the line lists. */
  readonly newFixCount: number
}

/** A line with its steps, oldest first. */
export interface LineDetails {
  readonly name: string
  readonly slug: string
  readonly steps: readonly LineStep[]
  /** What a series file says of the line. */
  readonly series?: Series
  readonly newerForProduct?: NewerForProduct
}

/** Lists the updates of a line, which must be oldest first, with what each replaces and adds. */
export function listLineSteps(updates: readonly ArticleSummary[], { successors, fixes }: LineFacts): LineStep[] {
  const replaced = groupBy(updates, ({ number }) => successors.get(number))
  const known = new Set<KbNumber>()
  return updates.map((update) => {
    const listed = fixes.get(update.number) ?? []
    const added = listed.filter((number) => !known.has(number))
    for (const number of added) known.add(number)
    return {
      update,
      supersededBy: successors.get(update.number),
      replaces: replaced.get(update.number) ?? [],
      fixCount: listed.length,
      newFixCount: added.length,
    }
  })
}
