import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import type { Series } from '@/lib/kb/updates/series'
import { listLaterSeries } from '@/lib/kb/updates/succession'
import type { ComparedNumber, ComparedUpdates, UpdateComparison } from '@/lib/kb/updates/update-comparison'
import { findPathToLaterLine, findUpdatePath } from '@/lib/kb/updates/update-path'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow } from '@/lib/kb-index/file/rows'
import { getLineFacts } from './line-details'
import { getLinkTarget, getUpdateLine } from './relations'
import { listStatedSeries } from './series'
import { getReference } from './summaries'
import { listUpdateNotes } from './update-notes'

/** A comparison names at most this many fixes. */
export const MAX_COMPARED_FIXES = 500

/** Compares two updates, each in any spelling. The outcome says so if they cannot be compared. */
export function compareUpdates(database: IndexDatabase, texts: { from: string; to: string }): UpdateComparison {
  const from = resolveNumber(database, texts.from)
  const to = resolveNumber(database, texts.to)
  const refuse = (outcome: Exclude<UpdateComparison['outcome'], 'compared'>): UpdateComparison => ({
    outcome,
    from,
    to,
  })
  if (from.text === '' || to.text === '') return refuse('incomplete')
  if (from.number === undefined || to.number === undefined) return refuse('not-a-number')
  if (!from.summary || !to.summary) return refuse('unknown')
  if (from.number === to.number) return refuse('same')
  if (!from.summary.line || !to.summary.line) return refuse('without-line')
  const [before, after] = [from.summary.line, to.summary.line]
  const releases = listReleasesBetween(database, before, after)
  if (!releases) return refuse(listReleasesBetween(database, after, before) ? 'reversed' : 'other-lines')
  const gain = findGain(database, { from: from.number, to: to.number, releases })
  return gain
    ? { outcome: 'compared', from: { ...from, summary: from.summary }, to: { ...to, summary: to.summary }, ...gain }
    : refuse('reversed')
}

type Gain = Omit<ComparedUpdates, 'outcome' | 'from' | 'to'>

interface Asked {
  readonly from: KbNumber
  readonly to: KbNumber
  readonly releases: readonly Series['release'][]
}

function findGain(database: IndexDatabase, { from, to, releases }: Asked): Gain | undefined {
  const line = readLine(database, to)
  const { facts } = line
  const path =
    releases.length === 0
      ? findUpdatePath(line.updates, facts, { from, to })
      : findPathToLaterLine({ ...readLine(database, from), from }, { ...line, to })
  if (!path) return undefined
  const numbers = path.updates.map(({ number }) => number)
  return {
    line: { name: line.name, slug: line.slug },
    releases,
    updates: path.updates,
    isStated: path.isStated,
    fixes: path.fixes
      .slice(0, MAX_COMPARED_FIXES)
      .map(({ number, fixedBy }) => ({ ...getReference(database, number), fixedBy })),
    fixCount: path.fixes.length,
    withoutFixes: numbers.filter((number) => !facts.fixes.has(number)),
    notes: listUpdateNotes(database, numbers.toReversed()),
  }
}

/** The update series of an article, with what its articles state. */
function readLine(database: IndexDatabase, number: KbNumber) {
  const sql = 'SELECT lineSlug FROM article WHERE number = ?'
  const slug = firstRow<{ lineSlug: string }>(database, sql, [number])?.lineSlug
  const line = slug === undefined ? undefined : getUpdateLine(database, slug)
  if (!line) throw new Error(`The line of KB${number} left the index while it was read.`)
  return { ...line, facts: getLineFacts(database, line.slug) }
}

/** Lists the releases from one line to a later one of the product; `undefined` if that one does not come later. */
function listReleasesBetween(database: IndexDatabase, before: string, after: string) {
  if (before === after) return []
  const later = listLaterSeries(before, listStatedSeries(database))
  const index = later.findIndex(({ line }) => line === after)
  return index === -1 ? undefined : later.slice(0, index + 1).map(({ release }) => release)
}

/** Resolves what a reader wrote; a number that is not in the collection stays as it is. */
function resolveNumber(database: IndexDatabase, text: string): ComparedNumber {
  const trimmed = text.trim()
  const named = parseKbNumber(trimmed)
  if (named === undefined) return { text: trimmed.slice(0, 60) }
  const summary = getLinkTarget(database, named)
  return { text: trimmed, number: summary?.number ?? named, summary }
}
