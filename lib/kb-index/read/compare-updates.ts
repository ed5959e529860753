import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import type { ComparedNumber, ComparedUpdates, UpdateComparison } from '@/lib/kb/updates/update-comparison'
import { findUpdatePath } from '@/lib/kb/updates/update-path'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow } from '@/lib/kb-index/file/rows'
import { getLineFacts } from './line-details'
import { getLinkTarget, getUpdateLine } from './relations'
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
  if (from.summary.line !== to.summary.line) return refuse('other-lines')
  const gain = findGain(database, from.number, to.number)
  return gain
    ? { outcome: 'compared', from: { ...from, summary: from.summary }, to: { ...to, summary: to.summary }, ...gain }
    : refuse('reversed')
}

type Gain = Omit<ComparedUpdates, 'outcome' | 'from' | 'to'>

function findGain(database: IndexDatabase, from: KbNumber, to: KbNumber): Gain | undefined {
  const slug = firstRow<{ lineSlug: string }>(database, 'SELECT lineSlug FROM article WHERE number = ?', [to])?.lineSlug
  const line = slug === undefined ? undefined : getUpdateLine(database, slug)
  if (!line) throw new Error(`The line of KB${to} left the index while it was read.`)
  const facts = getLineFacts(database, line.slug)
  const path = findUpdatePath(line.updates, facts, { from, to })
  if (!path) return undefined
  const numbers = path.updates.map(({ number }) => number)
  return {
    line: { name: line.name, slug: line.slug },
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

function resolveNumber(database: IndexDatabase, text: string): ComparedNumber {
  const trimmed = text.trim()
  const named = parseKbNumber(trimmed)
  if (named === undefined) return { text: trimmed.slice(0, 60) }
  const summary = getLinkTarget(database, named)
  return { text: trimmed, number: summary?.number ?? named, summary }
}
