import { isSentence } from '@/lib/legacy-import/shared/code-patterns'
import { isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'

/** A table that was drawn with blanks and a rule under its header. */
export interface RuledTable {
  readonly rows: readonly (readonly string[])[]
}

/** The header, the rule and the rows that are candidates for a table. */
export interface RuledLines {
  readonly header: readonly TextLine[]
  readonly rule: TextLine
  readonly rows: readonly TextLine[]
}

/** Finds a header with a rule below it at the start of a block; a rule above the header is skipped. */
export function splitRuledLines(lines: readonly TextLine[]): RuledLines | undefined {
  const start = isColumnRule(lines[0]?.text ?? '') ? 1 : 0
  const at = lines.findIndex((line, index) => index > start && isColumnRule(line.text))
  const rule = lines[at]
  if (at < 0 || at - start > MOST_HEADER_LINES || !rule) return undefined
  const header = lines.slice(start, at)
  if (columnCount(header, rule) < 2 || header.some(({ text }) => /[|+]/.test(text))) return undefined
  return { header, rule, rows: withoutLastRule(lines.slice(at + 1)) }
}

/**
 * Cuts a table at its gutters: columns that are blank in the header and in all rows. Gives nothing where it cannot be
 * cut cleanly; then a block of code is better than a wrong table.
 */
export function cutRuledTable({ header, rule, rows }: RuledLines): RuledTable | undefined {
  if (rows.length === 0 || rows.some(({ text }) => isRule(text, 2) || text.includes('\t'))) return undefined
  const expected = columnCount(header, rule)
  for (const cuts of [findCuts(header, rows, rule), findCuts(header, rows)]) {
    const table = cutAt(cuts, header, rows, expected)
    if (table && (table.rows[0]?.length ?? 0) >= expected) return table
  }
  return splitAtGaps(header, rows)
}

/** Where the rows have drifted away from their header, each line may still have as many cells with two blanks between. */
function splitAtGaps(header: readonly TextLine[], rows: readonly TextLine[]): RuledTable | undefined {
  const cells = [...header, ...rows].map(({ text }) => text.trim().split(/ {2,}/))
  const columns = cells[0]?.length ?? 0
  const isEven = header.length === 1 && columns >= 3 && cells.every((row) => row.length === columns)
  return isEven ? { rows: cells } : undefined
}

/** Tells whether more lines fit the columns of a table: they leave its gutters blank and fill two cells or more. */
export function fitsTable({ header, rule, rows }: RuledLines, more: readonly TextLine[]): boolean {
  const first = more[0]
  if (!first || more.some(({ text }) => isRule(text))) return false
  const before = findCuts(header, rows, rule)
  const after = findCuts(header, [...rows, ...more], rule)
  if (before.length === 0 || after.length < before.length || more.some(({ text }) => isSentence(text))) return false
  if (more.some(({ indent }) => indent < (header[0]?.indent ?? 0) && indent < (rows[0]?.indent ?? 0))) return false
  return cellsAt(after, first.text).filter((cell) => cell !== '').length >= 2
}

/** The number of a line that goes on with the row above, though its first cell is not empty. */
export const CONTINUES = -1

const SECTION_NUMBER = /^\s*\d{1,3}(?:\.\d{1,3})*\.? +/
const MOST_HEADER_LINES = 4

/** One rule under all columns, or one piece per column. */
function isColumnRule(text: string): boolean {
  const pieces = text.trim().split(/\s+/)
  return text !== '' && pieces.every((piece) => /^(?:-{2,}|={2,}|_{3,})$/.test(piece)) && text.trim().length >= 4
}

function withoutLastRule(lines: readonly TextLine[]): readonly TextLine[] {
  return isColumnRule(lines.at(-1)?.text ?? '') ? lines.slice(0, -1) : lines
}

/** As many columns as the rule has pieces, or as the last line of the header has words with two blanks between. */
function columnCount(header: readonly TextLine[], rule: TextLine): number {
  const pieces = rule.text.trim().split(/\s+/).length
  const names = Math.max(
    ...header.map(
      ({ text }) =>
        text
          .replace(SECTION_NUMBER, '')
          .trim()
          .split(/(?<![.?!:;]) {2,}| {3,}/).length,
    ),
  )
  return pieces > 1 ? pieces : names
}

/** Gives the columns at which a table is cut: the end of each gutter. */
function findCuts(header: readonly TextLine[], rows: readonly TextLine[], rule?: TextLine): number[] {
  const inRows = occupied(rows)
  const inHeader = occupied(header)
  const inRule = rule && /\S\s+\S/.test(rule.text.trim()) ? occupied([rule]) : []
  const width = Math.max(inRows.length, inHeader.length)
  const cuts: number[] = []
  let start = -1
  let hasText = false
  for (let column = 0; column <= width; column++) {
    const isBlank = !inRows[column] && !inHeader[column] && !inRule[column]
    if (isBlank) {
      if (start < 0) start = column
      continue
    }
    if (start >= 0 && hasText && isGutter(start, column, inHeader, inRows, inRule)) cuts.push(column)
    hasText = true
    start = -1
  }
  return cuts
}

/** Two words of the header that are one blank apart may be one column, unless the rows all leave a wide gap there. */
function isGutter(
  start: number,
  end: number,
  inHeader: readonly boolean[],
  inRows: readonly boolean[],
  inRule: readonly boolean[],
): boolean {
  if (inRule.length > 0) return start < inRule.length
  return blankRun(inHeader, start, end) >= 2 || blankRun(inRows, start, end) >= 2
}

function blankRun(occupiedColumns: readonly boolean[], start: number, end: number): number {
  if (start >= occupiedColumns.length) return 0
  let first = start
  let last = end
  while (first > 0 && !occupiedColumns[first - 1]) first--
  while (last < occupiedColumns.length && !occupiedColumns[last]) last++
  return last - first
}

function occupied(lines: readonly TextLine[]): boolean[] {
  const columns: boolean[] = []
  for (const { text } of lines) {
    for (let column = 0; column < text.length; column++) if (text[column] !== ' ') columns[column] = true
  }
  return Array.from(columns, (value) => value === true)
}

function cellsAt(cuts: readonly number[], text: string): string[] {
  return [0, ...cuts].map((cut, index) => text.slice(cut, cuts[index]).trim())
}

function cutAt(
  cuts: readonly number[],
  header: readonly TextLine[],
  lines: readonly TextLine[],
  expected: number,
): RuledTable | undefined {
  const names = header.map(({ text }) => cellsAt(cuts, text)).reduce(joinCells, [])
  const rows: string[][] = []
  for (const { text, number } of lines) {
    const cells = cellsAt(cuts, text)
    if (cells.some((cell) => / {3,}/.test(cell)) || cuts.some((cut) => cutsPhrase(text, cut))) return undefined
    const above = rows.at(-1)
    if (cells[0] !== '' && number !== CONTINUES) rows.push(cells)
    else if (above) rows[rows.length - 1] = joinCells(above, cells)
    else return undefined
  }
  const standsApart = cuts.map((cut) => header.every(({ text }) => /^ *$/.test(text.slice(Math.max(0, cut - 2), cut))))
  return withoutEmptyColumns([names, ...rows], standsApart, expected)
}

/** A cut between two small words that are one blank apart goes through a phrase. */
function cutsPhrase(text: string, cut: number): boolean {
  return /^[a-z] [a-z]$/.test(text.slice(cut - 2, cut + 1))
}

function joinCells(above: readonly string[], below: readonly string[]): string[] {
  return below.map((cell, index) => [above[index] ?? '', cell].filter((part) => part !== '').join(' '))
}

/**
 * A column that no row fills is the second word of a name in the header, unless two blanks stand before it; a column
 * without a name, where there are more than the header has, is the second word of a cell.
 */
function withoutEmptyColumns(
  rows: readonly (readonly string[])[],
  standsApart: readonly boolean[],
  expected: number,
): RuledTable | undefined {
  const [names = [], ...body] = rows
  const isEmpty = names.map(
    (name, column) =>
      column > 0 &&
      (name === ''
        ? names.length > expected
        : !standsApart[column - 1] && body.every((cells) => (cells[column] ?? '') === '')),
  )
  if (names.filter((_, column) => !isEmpty[column]).length < 2) return undefined
  const merge = (cells: readonly string[]): string[] => {
    const kept: string[] = []
    cells.forEach((cell, column) => {
      if (isEmpty[column]) kept.push([kept.pop() ?? '', cell].filter((part) => part !== '').join(' '))
      else kept.push(cell)
    })
    return kept
  }
  return { rows: rows.map(merge) }
}
