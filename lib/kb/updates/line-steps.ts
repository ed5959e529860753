import type { ArticleSummary } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Series } from './series'
import type { NewerForProduct } from './succession'

/** What is known of the updates of a line besides their articles. */
export interface LineFacts {
  /** The article that replaces each, in the line or outside of it. */
  readonly successors: ReadonlyMap<KbNumber, KbNumber>
  /** The fixes that each lists. An update that lists none may well fix something. */
  readonly fixes: ReadonlyMap<KbNumber, readonly KbNumber[]>
}

/** An update of a line, with what it replaces and what it adds. */
export interface LineStep {
  readonly update: ArticleSummary
  /** The article that replaces it, in the line or outside of it. */
  readonly supersededBy?: KbNumber
  /** The updates of the line that it is the next after. */
  readonly replaces: readonly ArticleSummary[]
  /** How many fixes it lists. */
  readonly fixCount: number
  /** How many of these no earlier update of the line lists. */
  readonly newFixCount: number
}

/** A line of updates step by step, oldest first. */
export interface LineDetails {
  readonly name: string
  readonly slug: string
  readonly steps: readonly LineStep[]
  /** What a series file says of the line. */
  readonly series?: Series
  readonly newerForProduct?: NewerForProduct
}

/** Tells of each update of a line, which are oldest first, what it replaces and what it adds. */
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
