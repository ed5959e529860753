import type { KbNumber } from './kb-number'

/** One article's word that a newer one replaces an older one. */
export interface SupersedenceStatement {
  readonly older: KbNumber
  readonly newer: KbNumber
  /** Which of the two says so. */
  readonly statedBy: KbNumber
}

/** Statements that cannot all be true, with what was made of them. */
export interface SupersedenceConflict {
  readonly kind: 'cycle' | 'two-successors'
  /** The articles of the cycle, or the successors that are stated. */
  readonly numbers: readonly KbNumber[]
  /** The article to which the conflict is reported. */
  readonly older: KbNumber
}

/** What follows from all statements together. */
export interface ResolvedSupersedence {
  /** The article that replaces each older one. Articles of a cycle have none. */
  readonly successors: ReadonlyMap<KbNumber, KbNumber>
  /** The newest article at the end of each older one's chain. */
  readonly current: ReadonlyMap<KbNumber, KbNumber>
  readonly conflicts: readonly SupersedenceConflict[]
}

/**
 * Resolves statements to one successor and one current article each, whatever the statements say.
 * Several successors are fine where one leads to the others: a cumulative update replaces all before it, and the nearest
 * is the successor. Otherwise the older article's own statement counts and the conflict is reported. A cycle is reported
 * once, and none of its articles counts as replaced by another of them.
 */
export function resolveSupersedence(statements: readonly SupersedenceStatement[]): ResolvedSupersedence {
  const stated = groupByOlder(statements)
  const conflicts: SupersedenceConflict[] = []
  const successors = new Map<KbNumber, KbNumber>()
  for (const [older, candidates] of stated) {
    const [first] = candidates.keys()
    const nearest = candidates.size === 1 ? first : nearestOf(candidates, stated)
    const own = statements.find((statement) => statement.older === older && statement.statedBy === older)?.newer
    const chosen = nearest ?? own ?? Math.min(...candidates.keys())
    if (nearest === undefined)
      conflicts.push({ kind: 'two-successors', numbers: [...candidates.keys()].sort(ascending), older })
    successors.set(older, chosen as KbNumber)
  }
  for (const cycle of listCycles(successors)) {
    conflicts.push({ kind: 'cycle', numbers: cycle, older: cycle[0] as KbNumber })
    for (const number of cycle) successors.delete(number)
  }
  return {
    successors,
    current: new Map([...successors.keys()].map((older) => [older, endOf(older, successors)])),
    conflicts,
  }
}

/** What ordering a line needs of an update. */
export interface LineUpdate {
  readonly number: KbNumber
  readonly released?: string
}

/** Orders the updates of a line, oldest first: what is replaced before what replaces it, then by date, then by number. */
export function orderLine<Update extends LineUpdate>(
  updates: readonly Update[],
  successors: ReadonlyMap<KbNumber, KbNumber>,
): Update[] {
  const waiting = [...updates].sort((a, b) => compareDates(a, b) || a.number - b.number)
  const ordered: Update[] = []
  while (waiting.length > 0) {
    const free = waiting.findIndex((update) => !waiting.some((other) => successors.get(other.number) === update.number))
    ordered.push(...waiting.splice(Math.max(free, 0), 1))
  }
  return ordered
}

type Candidates = Map<KbNumber, SupersedenceStatement>

function groupByOlder(statements: readonly SupersedenceStatement[]): Map<KbNumber, Candidates> {
  const groups = new Map<KbNumber, Candidates>()
  for (const statement of statements) {
    if (statement.older === statement.newer) continue
    const group = groups.get(statement.older) ?? new Map()
    groups.set(statement.older, group.set(statement.newer, statement))
  }
  return groups
}

/** The candidate from which all others can be reached, if there is one. */
function nearestOf(candidates: Candidates, stated: ReadonlyMap<KbNumber, Candidates>): KbNumber | undefined {
  const numbers = [...candidates.keys()].sort(ascending)
  return numbers.find((number) => {
    const reached = reachableFrom(number, stated)
    return numbers.every((other) => other === number || reached.has(other))
  })
}

function reachableFrom(start: KbNumber, stated: ReadonlyMap<KbNumber, Candidates>): Set<KbNumber> {
  const reached = new Set<KbNumber>()
  const waiting = [start]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    for (const next of stated.get(number)?.keys() ?? []) {
      if (!reached.has(next)) {
        reached.add(next)
        waiting.push(next)
      }
    }
  }
  return reached
}

function listCycles(successors: ReadonlyMap<KbNumber, KbNumber>): KbNumber[][] {
  const cycles: KbNumber[][] = []
  const done = new Set<KbNumber>()
  for (const start of [...successors.keys()].sort(ascending)) {
    const path: KbNumber[] = []
    const place = new Map<KbNumber, number>()
    let number: KbNumber | undefined = start
    while (number !== undefined && !done.has(number) && !place.has(number)) {
      place.set(number, path.length)
      path.push(number)
      number = successors.get(number)
    }
    const entry = number === undefined ? undefined : place.get(number)
    if (entry !== undefined) cycles.push(path.slice(entry).sort(ascending))
    for (const passed of path) done.add(passed)
  }
  return cycles
}

function endOf(older: KbNumber, successors: ReadonlyMap<KbNumber, KbNumber>): KbNumber {
  let end = older
  for (let next = successors.get(end); next !== undefined; next = successors.get(end)) end = next
  return end
}

/** An unknown date comes last; `2015-12` sorts before every day of the month. */
function compareDates(a: LineUpdate, b: LineUpdate): number {
  const [left, right] = [a.released ?? '9999', b.released ?? '9999']
  return left < right ? -1 : left > right ? 1 : 0
}

function ascending(a: number, b: number): number {
  return a - b
}
