import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LineFacts } from './line-steps'

export interface UpdatePath {
  /** The updates that only the newer one contains, oldest first; the last is the newer one itself. */
  readonly updates: readonly ArticleSummary[]
  /** False if nothing says that the newer one replaces the older, so that the order of the line decided. */
  readonly isStated: boolean
  /** The fixes gained, each with the first update that lists it. */
  readonly fixes: readonly { readonly number: KbNumber; readonly fixedBy: KbNumber }[]
}

/**
 * Finds the path from one update of a line to another; `updates` are those of the line, oldest first. An update contains what
 * it replaces, and what that replaced. Gives `undefined` if the path leads back, or if one of the two is not in the line.
 */
export function findUpdatePath(
  updates: readonly ArticleSummary[],
  facts: LineFacts,
  { from, to }: { from: KbNumber; to: KbNumber },
): UpdatePath | undefined {
  const numbers = updates.map(({ number }) => number)
  const [fromAt, toAt] = [numbers.indexOf(from), numbers.indexOf(to)]
  if (fromAt === -1 || toAt === -1) return undefined
  const predecessors = invert(numbers, facts.successors)
  let [inFrom, inTo] = [containedIn(from, predecessors), containedIn(to, predecessors)]
  const isStated = inTo.has(from)
  if (!isStated) {
    if (inFrom.has(to) || toAt < fromAt) return undefined
    ;[inFrom, inTo] = [new Set(numbers.slice(0, fromAt + 1)), new Set(numbers.slice(0, toAt + 1))]
  }
  const isGained = ({ number }: ArticleSummary) => inTo.has(number) && !inFrom.has(number)
  const way = updates.filter(isGained)
  return { updates: way, isStated, fixes: listGained(way, inFrom, facts.fixes) }
}

/** Finds the path to an update of a later line: everything that it contains there, and the fixes that `from` does not list. */
export function findPathToLaterLine(
  before: { readonly updates: readonly ArticleSummary[]; readonly facts: LineFacts; readonly from: KbNumber },
  after: { readonly updates: readonly ArticleSummary[]; readonly facts: LineFacts; readonly to: KbNumber },
): UpdatePath {
  const inFrom = containedUpTo(before.updates, before.facts, before.from)
  const inTo = containedUpTo(after.updates, after.facts, after.to)
  const path = after.updates.filter(({ number }) => inTo.has(number))
  const known = new Map([...before.facts.fixes, ...after.facts.fixes])
  return { updates: path, isStated: false, fixes: listGained(path, inFrom, known) }
}

/** What an update contains by statements, or by the order of its line if no statement leads to it. */
function containedUpTo(updates: readonly ArticleSummary[], facts: LineFacts, number: KbNumber): Set<KbNumber> {
  const numbers = updates.map((update) => update.number)
  const stated = containedIn(number, invert(numbers, facts.successors))
  return stated.size > 1 ? stated : new Set(numbers.slice(0, numbers.indexOf(number) + 1))
}

function listGained(way: readonly ArticleSummary[], inFrom: ReadonlySet<KbNumber>, fixes: LineFacts['fixes']) {
  const known = new Set([...inFrom].flatMap((number) => fixes.get(number) ?? []))
  const gained: UpdatePath['fixes'][number][] = []
  for (const { number: fixedBy } of way) {
    for (const number of fixes.get(fixedBy) ?? []) {
      if (known.has(number)) continue
      known.add(number)
      gained.push({ number, fixedBy })
    }
  }
  return gained
}

/** The updates that each update of the line replaces directly. */
function invert(numbers: readonly KbNumber[], successors: LineFacts['successors']): Map<KbNumber, KbNumber[]> {
  const predecessors = new Map<KbNumber, KbNumber[]>(numbers.map((number) => [number, []]))
  for (const number of numbers) {
    const successor = successors.get(number)
    if (successor !== undefined) predecessors.get(successor)?.push(number)
  }
  return predecessors
}

/** The update and everything in the line that it replaces in turn. Iterating a set visits what is added meanwhile. */
function containedIn(number: KbNumber, predecessors: ReadonlyMap<KbNumber, readonly KbNumber[]>): Set<KbNumber> {
  const contained = new Set([number])
  for (const known of contained) for (const older of predecessors.get(known) ?? []) contained.add(older)
  return contained
}
