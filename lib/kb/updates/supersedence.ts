import type { KbNumber } from '@/lib/kb/numbers/kb-number'

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
  /** How many replacements lead from each older article to its current one. */
  readonly steps: ReadonlyMap<KbNumber, number>
  readonly conflicts: readonly SupersedenceConflict[]
}

/**
 * Resolves statements to one successor and one current article each, whatever the statements say.
 * Several successors are fine where one leads to the others: a cumulative update replaces all before it, and the nearest
 * is the successor. Where none does, several updates each replace the article, and the first of them is its successor; when
 * the article itself names one, that one is, and the conflict is reported. A cycle is reported once, and none of its articles
 * counts as replaced by another of them.
 */
export function resolveSupersedence(statements: readonly SupersedenceStatement[]): ResolvedSupersedence {
  const stated = groupByOlder(statements)
  const conflicts: SupersedenceConflict[] = []
  const successors = new Map<KbNumber, KbNumber>()
  for (const [older, candidates] of stated) {
    const numbers = [...candidates.keys()].sort(ascending)
    const nearest = numbers.length === 1 ? numbers[0] : nearestOf(numbers, stated)
    const own = numbers.find((number) => candidates.get(number)?.includes(older))
    const chosen = nearest ?? own ?? numbers[0]
    if (nearest === undefined && own !== undefined) conflicts.push({ kind: 'two-successors', numbers, older })
    if (chosen !== undefined) successors.set(older, chosen)
  }
  for (const cycle of listCycles(successors)) {
    const [older] = cycle
    if (older !== undefined) conflicts.push({ kind: 'cycle', numbers: cycle, older })
    for (const number of cycle) successors.delete(number)
  }
  return { successors, ...followChains(successors), conflicts }
}

/** What ordering a line needs of an update. */
export interface LineUpdate {
  readonly number: KbNumber
  readonly released?: string
}

/**
 * Orders the updates of a line, oldest first: what is replaced before what replaces it, then by date, then by number.
 * Updates of a cycle, which have no such order, come last.
 */
export function orderLine<Update extends LineUpdate>(
  updates: readonly Update[],
  successors: ReadonlyMap<KbNumber, KbNumber>,
): Update[] {
  const sorted = [...updates].sort((a, b) => compareDates(a, b) || a.number - b.number)
  const places = new Map(sorted.map((update, place) => [update.number, place]))
  const nextPlaces = sorted.map((update) => {
    const successor = successors.get(update.number)
    return successor === undefined ? undefined : places.get(successor)
  })
  const waitsFor = sorted.map(() => 0)
  for (const next of nextPlaces) if (next !== undefined) waitsFor[next] = (waitsFor[next] ?? 0) + 1
  const ordered = new Set<Update>()
  for (const start of sorted.keys()) {
    // What waited for a later place alone follows it at once: it sorts before everything that is still to come.
    for (let place: number | undefined = start; place !== undefined && place <= start; place = nextPlaces[place]) {
      const update = sorted[place]
      if (!update || ordered.has(update) || waitsFor[place] !== 0) break
      ordered.add(update)
      const next = nextPlaces[place]
      if (next !== undefined) waitsFor[next] = (waitsFor[next] ?? 0) - 1
    }
  }
  return [...ordered, ...sorted.filter((update) => !ordered.has(update))]
}

/** Each stated successor of an article, with the articles that state it. */
type Candidates = Map<KbNumber, KbNumber[]>

function groupByOlder(statements: readonly SupersedenceStatement[]): Map<KbNumber, Candidates> {
  const groups = new Map<KbNumber, Candidates>()
  for (const { older, newer, statedBy } of statements) {
    if (older === newer) continue
    const group: Candidates = groups.get(older) ?? new Map()
    group.set(newer, [...(group.get(newer) ?? []), statedBy])
    groups.set(older, group)
  }
  return groups
}

/**
 * The candidate from which all others can be reached, if there is one. Mostly it names them all itself, as a cumulative update
 * does. Otherwise all are followed in step, so that the work is that of the nearest and not that of one whose chain is long:
 * a chain may have 100,000 links, and an article as many candidates.
 */
function nearestOf(numbers: readonly KbNumber[], stated: ReadonlyMap<KbNumber, Candidates>): KbNumber | undefined {
  const direct = numbers.find((number) => namesAll(stated.get(number), number, numbers))
  if (direct !== undefined) return direct
  const candidates = new Set(numbers)
  let searches = numbers.map((number) => ({ number, steps: walkFrom(number, stated), found: 0, isDone: false }))
  while (searches.length > 0) {
    for (const search of searches) {
      const step = search.steps.next()
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

/** Gives `start` and all that can be reached from it, the nearest first. */
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

/** The end of each article's chain and the steps to it. Each chain is followed once, up to where an earlier one has passed. */
function followChains(successors: ReadonlyMap<KbNumber, KbNumber>): Pick<ResolvedSupersedence, 'current' | 'steps'> {
  const current = new Map<KbNumber, KbNumber>()
  const steps = new Map<KbNumber, number>()
  for (const older of successors.keys()) {
    const passed: KbNumber[] = []
    let end = older
    for (let next = successors.get(end); next !== undefined && !current.has(end); next = successors.get(end)) {
      passed.push(end)
      end = next
    }
    const last = current.get(end) ?? end
    const beyond = steps.get(end) ?? 0
    for (const [place, number] of passed.entries()) {
      current.set(number, last)
      steps.set(number, passed.length - place + beyond)
    }
  }
  return { current, steps }
}

/** An unknown date comes last; `2015-12` sorts before every day of the month. */
function compareDates(a: LineUpdate, b: LineUpdate): number {
  const [left, right] = [a.released ?? '9999', b.released ?? '9999']
  return left < right ? -1 : left > right ? 1 : 0
}

function ascending(a: number, b: number): number {
  return a - b
}
