import { parseCells } from '@/lib/legacy-import/shared/cells'
import type { TextLine } from '@/lib/legacy-import/shared/text-line'

/** A table as cells of raw text; the first row is the header. */
export interface FramedTable {
  readonly rows: readonly (readonly string[])[]
  /** The index of the first line behind the table. */
  readonly end: number
}

/**
 * Reads the framed table that starts at `index`: a frame line, then rows with one frame line after each. A line break
 * inside a cell of the source was copied as a line break, so a row is everything up to the next frame line.
 */
export function framedTableAt(lines: readonly TextLine[], index: number): FramedTable | undefined {
  const frame = lines[index]?.text.trim() ?? ''
  if (!FRAME.test(frame) || !/^\s*\|/.test(lines[index + 1]?.text ?? '')) return undefined
  const rows: string[] = []
  let end = index + 1
  let row: string | undefined
  for (let at = index + 1; at < lines.length && at - end < LONGEST_ROW; at++) {
    const text = lines[at]?.text.trim() ?? ''
    if (text === frame) {
      if (row === undefined) break
      rows.push(row)
      row = undefined
      end = at + 1
    } else if (row === undefined) {
      if (!text.startsWith('|')) break
      row = text
    } else if (text.startsWith('|') && row.endsWith('|')) {
      rows.push(row)
      row = text
    } else {
      row = `${row} ${text}`
    }
  }
  if (rows.length === 0) return undefined
  const columns = parseCells(rows[0] ?? '').length
  return { rows: rows.map((text) => fitCells(parseCells(text), columns)), end }
}

const FRAME = /^\+-{2,}\+$/
/** The longest broken row holds a procedure of about a hundred lines (Q273864). */
const LONGEST_ROW = 400

/** A `|` inside the last cell made one cell too many; a row that was cut off has too few. */
function fitCells(cells: readonly string[], columns: number): string[] {
  const kept = cells.slice(0, columns)
  if (cells.length > columns) kept[columns - 1] = cells.slice(columns - 1).join(' | ')
  while (kept.length < columns) kept.push('')
  return kept
}
