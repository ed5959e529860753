import { groupBy } from '@/lib/kb/articles/group-by'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** A statement that the subject, a newer article, replaces the object. */
export interface StatedReplacement {
  readonly subject: KbNumber
  readonly object: KbNumber
  readonly statedBy: KbNumber
}

/** Statements that cannot all be true. */
export interface SupersedenceConflict {
  readonly kind: 'cycle' | 'two-successors'
  /** The articles of the cycle, or the stated successors. */
  readonly numbers: readonly KbNumber[]
  /** The replaced article, or the first of the cycle. */
  readonly object: KbNumber
}

/** What follows from all statements together. */
export interface ResolvedSupersedence {
  /** The article that replaces each article; articles of a cycle have none. */
  readonly successors: ReadonlyMap<KbNumber, KbNumber>
  /** The newest article, at the end of the chain. */
  readonly current: ReadonlyMap<KbNumber, KbNumber>
  /** How many replacements lead from each article to its current one. */
  readonly steps: ReadonlyMap<KbNumber, number>
  readonly conflicts: readonly SupersedenceConflict[]
}

/**
 * Resolves statements to one successor and one current article each, whatever they say. If an article has several successors
 * and one of them leads to the others, as with cumulative updates, that one is its successor. Otherwise it is the lowest
 * number, or the one that the article itself names, which is reported as a conflict. A cycle is reported once, and none of its
 * articles counts as replaced by another of them.
 */
export function resolveSupersedence(statements: readonly StatedReplacement[]): ResolvedSupersedence {
  const stated = groupSuccessors(statements)
  const conflicts: SupersedenceConflict[] = []
  const successors = new Map<KbNumber, KbNumber>()
  for (const [object, candidates] of stated) {
    const numbers = [...candidates.keys()].sort(ascending)
    const nearest = numbers.length === 1 ? numbers[0] : firstThatReachesAll(numbers, stated)
    const own = numbers.find((number) => candidates.get(number)?.includes(object))
    const chosen = nearest ?? own ?? numbers[0]
    if (nearest === undefined && own !== undefined) conflicts.push({ kind: 'two-successors', numbers, object })
    if (chosen !== undefined) successors.set(object, chosen)
  }
  for (const cycle of listCycles(successors)) {
    const [object] = cycle
    if (object !== undefined) conflicts.push({ kind: 'cycle', numbers: cycle, object })
    for (const number of cycle) successors.delete(number)
  }
  return { successors, ...followChains(successors), conflicts }
}

/** The stated successors of an article, each with the articles that state it. */
type Candidates = ReadonlyMap<KbNumber, readonly KbNumber[]>

function groupSuccessors(statements: readonly StatedReplacement[]): Map<KbNumber, Candidates> {
  const others = statements.filter(({ subject, object }) => subject !== object)
  return new Map(
    Array.from(
      groupBy(others, ({ object }) => object),
      ([object, group]) => {
        const bySubject = groupBy(group, ({ subject }) => subject)
        return [
          object,
          new Map(Array.from(bySubject, ([subject, same]) => [subject, same.map(({ statedBy }) => statedBy)])),
        ]
      },
    ),
  )
}

/**
 * Gives the stated successor that all the others replace in turn, directly or in steps.
 *
 *     1<2 1<3 2<3    2 and 3 replace 1, and 3 replaces 2: from 2 all are reached, so 2 is the successor of 1
 *
 * Usually each cumulative update names all others itself. Otherwise all candidates are followed in parallel, so that the work
 * does not depend on the longest chain: a chain may have 100,000 links, and an article as many candidates.
 */
function firstThatReachesAll(
  numbers: readonly KbNumber[],
  stated: ReadonlyMap<KbNumber, Candidates>,
): KbNumber | undefined {
  const direct = numbers.find((number) => namesAll(stated.get(number), number, numbers))
  if (direct !== undefined) return direct
  const candidates = new Set(numbers)
  let searches = numbers.map((number) => ({ number, reached: walkFrom(number, stated), found: 0, isDone: false }))
  while (searches.length > 0) {
    for (const search of searches) {
      const step = search.reached.next()
      if (step.done) search.isDone = true
      else if (candidates.has(step.value)) search.found += 1
      if (search.found === candidates.size) return search.number
    }
    searches = searches.filter(({ isDone }) => !isDone)
  }
  return undefined
}

function namesAll(named: Candidates | undefined, self: KbNumber, numbers: readonly KbNumber[]): boolean {
  if (!named || named.size < numbers.length - 1) return false
  return numbers.every((number) => number === self || named.has(number))
}

/** Gives `start` and everything that replaces it in turn, the nearest first. */
function* walkFrom(start: KbNumber, stated: ReadonlyMap<KbNumber, Candidates>): Generator<KbNumber, undefined> {
  const reached = new Set([start])
  for (const number of reached) {
    yield number
    for (const next of stated.get(number)?.keys() ?? []) reached.add(next)
  }
}

function listCycles(successors: ReadonlyMap<KbNumber, KbNumber>): KbNumber[][] {
  const cycles: KbNumber[][] = []
  const done = new Set<KbNumber>()
  for (const start of [...successors.keys()].sort(ascending)) {
    const path: KbNumber[] = []
    const indexes = new Map<KbNumber, number>()
    let number: KbNumber | undefined = start
    while (number !== undefined && !done.has(number) && !indexes.has(number)) {
      indexes.set(number, path.length)
      path.push(number)
      number = successors.get(number)
    }
    const entry = number === undefined ? undefined : indexes.get(number)
    if (entry !== undefined) cycles.push(path.slice(entry).sort(ascending))
    for (const passed of path) done.add(passed)
  }
  return cycles
}

/** Finds the end of each chain and the steps to it. Stops where an earlier chain has passed, so each link is followed once. */
function followChains(successors: ReadonlyMap<KbNumber, KbNumber>): Pick<ResolvedSupersedence, 'current' | 'steps'> {
  const current = new Map<KbNumber, KbNumber>()
  const steps = new Map<KbNumber, number>()
  for (const object of successors.keys()) {
    const passed: KbNumber[] = []
    let end = object
    for (let next = successors.get(end); next !== undefined && !current.has(end); next = successors.get(end)) {
      passed.push(end)
      end = next
    }
    const last = current.get(end) ?? end
    const beyond = steps.get(end) ?? 0
    for (const [index, number] of passed.entries()) {
      current.set(number, last)
      steps.set(number, passed.length - index + beyond)
    }
  }
  return { current, steps }
}

function ascending(a: number, b: number): number {
  return a - b
}
