import { parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import type { InstalledUpdate, PasteKind, UpdateInventory } from './paste'
import { quoteLine } from './quote-line'

/** The columns and fields that name the computer: `Source` of Get-HotFix, `Node` and `CSName` of wmic. */
const HOST_FIELD = /^(?:source|node|csname|pscomputername|__server)$/i
/** `HotFixID=KB935490` of wmic, `HotFixID      : KB935490` of Format-List. */
const FIELD = /^[ \t]*(\w{2,30})[ \t]{0,40}[=:][ \t]*(.*)$/
const UPDATE_ID = /^(?:KB|Q)(\d{5,7})(?!\d)/i
/** Lines without an update that may stand between those of one table. */
const MAX_GAP = 2

/**
 * Lists the updates that `wmic qfe list` (full, brief, CSV) and `Get-HotFix` (table, list, CSV) print. All have in common that
 * they name the column or the field `HotFixID`.
 */
export function parseHotfixList(text: string): readonly UpdateInventory[] {
  const found = new Map<string, FoundList>()
  let table: Table | undefined
  let host: string | undefined
  for (const line of eachLine(text)) {
    const field = FIELD.exec(line)
    const header = readHeader(line)
    if (header) table = header
    else if (field?.[1] !== undefined && HOST_FIELD.test(field[1])) host = field[2]?.trim() || undefined
    else if (field?.[1]?.toLowerCase() === 'hotfixid') {
      add(found, { kind: line.includes('=') ? 'wmic-qfe' : 'get-hotfix', host, id: field[2] ?? '', line })
    } else if (table) {
      const row = readRow(line, table)
      if (row) add(found, { kind: table.kind, ...row, line })
      table.gap = row || line.trim() === '' || /^[\s-]+$/.test(line) ? 0 : table.gap + 1
      if (table.gap > MAX_GAP) table = undefined
    }
  }
  return [...found.values()].map((list) => ({ ...list, listedCount: list.updates.length + list.otherEntries.length }))
}

interface FoundList {
  readonly kind: PasteKind
  readonly host?: string
  readonly updates: InstalledUpdate[]
  readonly otherEntries: string[]
}

/** A table whose header was read. */
interface Table {
  readonly kind: PasteKind
  /** The comma-separated column, or where the column begins. */
  readonly separator?: ','
  readonly id: number
  readonly host: number
  gap: number
}

function readHeader(line: string): Table | undefined {
  const id = /\bHotFixID\b/i.exec(line)
  if (!id || FIELD.exec(line)?.[1]?.toLowerCase() === 'hotfixid') return undefined
  const kind =
    /\b(?:Node|CSName|Caption|FixComments)\b/i.test(line) && !/\bPSComputerName\b/.test(line)
      ? 'wmic-qfe'
      : 'get-hotfix'
  if (line.includes(',')) {
    const cells = splitCells(line)
    return {
      kind,
      separator: ',',
      id: cells.findIndex((cell) => /^hotfixid$/i.test(cell)),
      host: cells.findIndex((cell) => HOST_FIELD.test(cell)),
      gap: 0,
    }
  }
  return { kind, id: id.index, host: line.search(/\b(?:Source|Node|CSName|PSComputerName)\b/i), gap: 0 }
}

function readRow(line: string, { separator, id, host }: Table): { id: string; host?: string } | undefined {
  if (separator === ',') {
    const cells = splitCells(line)
    return cells[id] ? { id: cells[id], host: cells[host] || undefined } : undefined
  }
  // Blanks get lost on the way, so the update is the first word of the line that names one; addresses do not.
  const word = /(?:^|\s)((?:KB|Q)\d{5,7}(?:-v\d+)?|File \d+)(?=\s|$)/i.exec(line)?.[1]
  return word === undefined ? undefined : { id: word, host: host < 0 ? undefined : wordAt(line, host) }
}

function splitCells(line: string): string[] {
  const cells = line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,|$)|^(?=,)/g) ?? []
  return cells.map((cell) => cell.trim().replace(/^"|"$/g, ''))
}

/** The word of a column, when one begins exactly where the column does. */
function wordAt(line: string, place: number): string | undefined {
  return place === 0 || /\s/.test(line[place - 1] ?? '') ? /^\S+/.exec(line.slice(place))?.[0] : undefined
}

function add(
  found: Map<string, FoundList>,
  { kind, host, id, line }: { kind: PasteKind; host?: string; id: string; line: string },
): void {
  const value = id.trim().replace(/^"|"$/g, '')
  if (value === '') return
  const key = `${kind} ${host ?? ''}`
  const list = found.get(key) ?? { kind, host, updates: [], otherEntries: [] }
  found.set(key, list)
  const digits = UPDATE_ID.exec(value)?.[1]
  const number = digits === undefined ? undefined : parseNamedNumber(`KB${digits}`)
  if (number === undefined) list.otherEntries.push(value)
  else list.updates.push({ number, host, quote: quoteLine(line, 0, Math.min(line.length, 160)) })
}

function* eachLine(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    yield text.slice(start, end === -1 ? text.length : end)
    if (end === -1) return
    start = end + 1
  }
}
