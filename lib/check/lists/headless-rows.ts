import type { UpdateInventory } from '@/lib/check/paste'
import { isBlank, type Line } from '@/lib/check/records/lines'
import { splitAtGaps } from '@/lib/check/records/table-cells'
import { parseHost } from './host-names'
import { saysOther } from './installed-words'
import { UpdateEntries } from './update-entries'

const UPDATE = /^(?:KB|Q)\d{5,7}(?:-v\d+)?$/i
const ADDRESS = /^https?:\/\/\S+$/i
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\s|$)/
const ACCOUNT = /^[\w .-]{1,40}\\[\w .$-]{1,40}$/
/** The kinds of updates that Windows knows. The first column is not the name of a computer where it holds one. */
const KIND = /^(?:(?:Security )?Update|Hotfix|Service Pack)$/i
/** One row may stand anywhere. */
const MIN_ROWS = 2

/**
 * Lists the updates of rows whose header got lost, as `wmic qfe | find "KB"` prints them: each with an update in a cell of its own,
 * beside it the date or the account of its installation, or nothing but its kind.
 */
export function parseHeadlessRows(text: string, lines: readonly Line[]): UpdateInventory[] {
  const byHost = new Map<string, UpdateEntries>()
  let [start, end] = [0, 0]
  for (const [index, line] of lines.entries()) {
    const row = parseRow(line.text)
    if (!row) continue
    if (byHost.size === 0 && saysOther(lineAbove(lines, index))) return []
    if (byHost.size === 0) start = line.start
    end = line.end
    const entries = byHost.get(row.host ?? '') ?? new UpdateEntries(row.host)
    byHost.set(row.host ?? '', entries)
    entries.add(row.update, text, line)
  }
  const all = [...byHost.values()]
  if (all.reduce((count, entries) => count + entries.count, 0) < MIN_ROWS) return []
  return all.map((entries) => ({
    kind: 'get-hotfix',
    host: entries.host,
    updates: entries.updates,
    otherEntries: [],
    listedCount: entries.count,
    mayBeSeveral: entries.host === undefined && entries.hasRepeats,
    isUnframed: entries.host === undefined,
    start,
    end,
  }))
}

function lineAbove(lines: readonly Line[], index: number): string {
  return lines.slice(0, index).findLast(({ text }) => !isBlank(text))?.text ?? ''
}

function parseRow(text: string): { update: string; host?: string } | undefined {
  if (text.length > 400) return undefined
  const cells = splitAtGaps(text)
  const updates = cells.filter((cell) => UPDATE.test(cell))
  const [update] = updates
  if (update === undefined || updates.length > 1 || cells.length < 2) return undefined
  const isKnown =
    cells.length === 2
      ? cells.some((cell) => KIND.test(cell))
      : cells.some((cell) => DATE.test(cell) || ACCOUNT.test(cell))
  if (!isKnown) return undefined
  const first = cells.find((cell) => !ADDRESS.test(cell)) ?? ''
  return { update, host: KIND.test(first) ? undefined : parseHost(first) }
}
