import { parseCells } from '@/lib/legacy-import/shared/cells'
import type { PageBlock, PageItem } from './block'
import type { PageLine } from './line'

/** Turns the lines of one item or cell into blocks. */
export type ParseItem = (lines: readonly PageLine[]) => PageBlock[]

/**
 * Reads the rows of pipes that begin at `start` (shapes A and F): rows with a bullet or a number are a list, other rows
 * a table. A row goes on until a line ends in a pipe, which may stand alone. Gives `undefined` when no row begins there.
 */
export function readPipeRows(
  lines: readonly PageLine[],
  start: number,
  parseItem: ParseItem,
): { blocks: PageBlock[]; next: number } | undefined {
  const first = lines[start]
  if (first?.kind !== 'text') return undefined
  if (MARKER_ROW.test(first.text)) return readMarkerRows(lines, start, parseItem)
  if (first.text.startsWith('|')) return readDataRows(lines, start)
  return readOpenRows(lines, start)
}

/** `| • |`, `| 1. |`, `| a. |` and the empty first cell of a bullet whose picture was lost. */
const MARKER_ROW = /^\|\s*(•|·|▪|\*|\d{1,3}[.)]|[a-zA-Z][.)]|)\s*\|(?!\s*[-:|])\s*(.*)$/
/** Deeper lists than this are not seen on any page; a row that is never closed would otherwise nest without end. */
const MAX_DEPTH = 6

interface Row {
  readonly marker: string
  readonly lines: PageLine[]
  readonly children: Map<number, Row[]>
}

function readMarkerRows(lines: readonly PageLine[], start: number, parseItem: ParseItem) {
  const top: Row[] = []
  const open: Row[] = []
  let index = start
  for (; index < lines.length; index++) {
    const line = lines[index]
    if (!line || line.kind === 'section-end') break
    if (line.kind === 'blank' || (line.kind === 'chrome' && line.text !== '|')) continue
    const match = MARKER_ROW.exec(line.text)
    if (!match && open.length === 0) break
    if (match) openRow({ marker: match[1] ?? '', lines: [], children: new Map() }, open, top)
    const row = open.at(-1)
    if (!row) break
    const content = (match ? (match[2] ?? '') : line.text).trim()
    const isClosed = content.endsWith('|')
    const text = isClosed ? content.slice(0, -1).trim() : content
    if (text !== '') row.lines.push({ ...line, kind: 'text', text, indent: 0 })
    if (isClosed) open.pop()
  }
  return { blocks: rowsToLists(top, parseItem), next: index }
}

/** A row inside an open row is a list of its own, unless its marker goes on with the one before: then a pipe is missing. */
function openRow(row: Row, open: Row[], top: Row[]): void {
  while (open.length > 0) {
    const parent = open.at(-1)
    if (parent && open.length < MAX_DEPTH && !isNextMarker(parent.marker, row.marker)) break
    open.pop()
  }
  const parent = open.at(-1)
  if (!parent) top.push(row)
  else {
    const at = parent.lines.length
    parent.children.set(at, [...(parent.children.get(at) ?? []), row])
  }
  open.push(row)
}

function isNextMarker(marker: string, next: string): boolean {
  const kind = (text: string) => (/^\d/.test(text) ? 'number' : /^[a-z]/i.test(text) ? 'letter' : 'bullet')
  return kind(marker) === kind(next)
}

function rowsToLists(rows: readonly Row[], parseItem: ParseItem): PageBlock[] {
  const lists: { ordered: boolean; start: number; items: PageItem[] }[] = []
  for (const row of rows) {
    const ordered = /^\w/.test(row.marker)
    const number = markerNumber(row.marker)
    const last = lists.at(-1)
    const isSameList = last && last.ordered === ordered && (!ordered || number === last.start + last.items.length)
    const item = { blocks: rowToBlocks(row, parseItem) }
    // An emptied row has nothing to say.
    if (item.blocks.length === 0) continue
    if (isSameList) last.items.push(item)
    else lists.push({ ordered, start: ordered ? number : 1, items: [item] })
  }
  return lists.map((list) => ({ type: 'list', ...list }))
}

function rowToBlocks(row: Row, parseItem: ParseItem): PageBlock[] {
  const blocks: PageBlock[] = []
  let from = 0
  for (const [at, children] of row.children) {
    if (at > from) blocks.push(...parseItem(row.lines.slice(from, at)))
    blocks.push(...rowsToLists(children, parseItem))
    from = at
  }
  if (row.lines.length > from) blocks.push(...parseItem(row.lines.slice(from)))
  return blocks
}

/** `a.` is the first of its list as `1.` is; Markdown has no letters. */
export function markerNumber(marker: string): number {
  return /^\d/.test(marker) ? Number.parseInt(marker, 10) : (marker.toLowerCase().codePointAt(0) ?? 97) - 96
}

function readDataRows(lines: readonly PageLine[], start: number) {
  const rows: string[][] = []
  let index = start
  let pending: string | undefined
  for (; index < lines.length; index++) {
    const line = lines[index]
    if (!line || line.kind === 'section-end' || line.kind === 'heading') break
    if (line.kind === 'blank') {
      if (pending === undefined && !lines[index + 1]?.text.startsWith('|')) break
      continue
    }
    if (pending === undefined && (!line.text.startsWith('|') || line.kind === 'chrome')) break
    pending = pending === undefined ? line.text : `${pending} ${line.text}`
    // A row cannot begin with more text than this; the pipe was text after all.
    if (pending.length > 20_000) break
    if (!pending.endsWith('|') || pending === '|') continue
    if (!/^[|\s:-]+$/.test(pending)) rows.push(parseCells(pending))
    pending = undefined
  }
  if (pending !== undefined && pending !== '|') rows.push(parseCells(pending))
  return { blocks: rowsToTables(rows), next: Math.max(index, start + 1) }
}

/** Rows that have lost the pipe at their beginning: two or more of them with as many cells are a table. */
function readOpenRows(lines: readonly PageLine[], start: number) {
  const rows: string[][] = []
  let index = start
  for (; index < lines.length; index++) {
    const line = lines[index]
    if (line?.kind !== 'text' || !/^[^|]+\|.*\|$/.test(line.text)) break
    const cells = parseCells(line.text)
    if (cells.length < 2 || (rows[0] && rows[0].length !== cells.length)) break
    rows.push(cells)
  }
  return rows.length < 2 ? undefined : { blocks: rowsToTables(rows), next: index }
}

/** Rows with as many cells are one table, the first row its header. A single cell is a paragraph in a frame. */
function rowsToTables(rows: readonly string[][]): PageBlock[] {
  const blocks: PageBlock[] = []
  let table: string[][] = []
  const close = () => {
    if (table.length > 0) blocks.push({ type: 'table', rows: table })
    table = []
  }
  for (const row of rows) {
    if (row.every((cell) => cell === '')) continue
    if (row.length === 1) {
      close()
      blocks.push({ type: 'paragraph', text: row[0] ?? '' })
      continue
    }
    if (table[0] && table[0].length !== row.length) close()
    table.push(row)
  }
  close()
  return blocks
}
