import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import type { ComparedNumber, ComparedUpdates, UpdateComparison } from '@/lib/kb/updates/update-comparison'
import { findUpdateWay } from '@/lib/kb/updates/update-path'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow } from '@/lib/kb-index/file/rows'
import { getLineFacts } from './line-details'
import { getAliased, getUpdateLine } from './relations'
import { getReference, getSummary } from './summaries'
import { listUpdateNotes } from './update-notes'

/** How many gained fixes are named. */
export const MAX_COMPARED_FIXES = 500

/** Compares two updates, each named in any spelling. Whatever is asked, the outcome says what can be answered. */
export function compareUpdates(database: IndexDatabase, texts: { from: string; to: string }): UpdateComparison {
  const from = readNumber(database, texts.from)
  const to = readNumber(database, texts.to)
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
  const way = findUpdateWay(line.updates, facts, { from, to })
  if (!way) return undefined
  const numbers = way.updates.map(({ number }) => number)
  return {
    line: { name: line.name, slug: line.slug },
    updates: way.updates,
    isStated: way.isStated,
    fixes: way.fixes
      .slice(0, MAX_COMPARED_FIXES)
      .map(({ number, fixedBy }) => ({ ...getReference(database, number), fixedBy })),
    fixCount: way.fixes.length,
    withoutFixes: numbers.filter((number) => !facts.fixes.has(number)),
    notes: listUpdateNotes(database, numbers.toReversed()),
  }
}

function readNumber(database: IndexDatabase, text: string): ComparedNumber {
  const trimmed = text.trim()
  const named = parseKbNumber(trimmed)
  if (named === undefined) return { text: trimmed.slice(0, 60) }
  const summary = getSummary(database, named) ?? getSummary(database, getAliased(database, named) ?? named)
  return { text: trimmed, number: summary?.number ?? named, summary }
}
