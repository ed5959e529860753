import { isProse, isSentence } from '@/lib/legacy-import/shared/code-patterns'
import { hasColumnGap, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { readReferences } from './references'
import { CONTINUES, cutRuledTable, fitsTable, type RuledLines, splitRuledLines } from './ruled-tables'

/** What a block that starts with a header and a rule turned out to be, and how many blocks it took. */
export type TableBlocks =
  | {
      readonly kind: 'table'
      readonly caption: readonly TextLine[]
      readonly rows: readonly (readonly string[])[]
      readonly used: number
    }
  /** No clean columns: a correct block of code is better than a wrong table. */
  | { readonly kind: 'code'; readonly used: number }
  /** A line of text with a rule below it; `rest` is what follows in the same block. */
  | { readonly kind: 'label'; readonly label: readonly TextLine[]; readonly rest: readonly TextLine[] }

/** Reads a table from the first of `blocks`; a blank line may stand below the rule and between the rows. */
export function readTableBlocks(blocks: readonly (readonly TextLine[])[]): TableBlocks | undefined {
  const [first = [], ...more] = blocks
  const split = splitRuledLines(first)
  if (!split) return undefined
  const label = split.header
  const rows = collectRows(split, more)
  if (rows.length === 0) return { kind: 'label', label, rest: [] }
  const inFirst = split.rows.length > 0 ? 1 : 0
  for (const taken of new Set([rows.length, 1])) {
    const table = cutWithCaption(split, rows.slice(0, taken))
    if (table) return { kind: 'table', ...table, used: 1 + taken - inFirst }
  }
  const lines = rows.flat()
  const isText = lines.filter(
    ({ text }) => !hasColumnGap(text.trim()) && (isProse(text.trim()) || isSentence(text.trim())),
  )
  if (split.header.length === 1 && isText.length * 2 >= lines.length) return { kind: 'label', label, rest: split.rows }
  return { kind: 'code', used: 1 + rows.length - inFirst }
}

function collectRows(split: RuledLines, more: readonly (readonly TextLine[])[]): (readonly TextLine[])[] {
  const rows: (readonly TextLine[])[] = split.rows.length > 0 ? [split.rows] : []
  for (const lines of more) {
    const fits = rows.length === 0 ? canBeFirstRow(lines) : fitsTable({ ...split, rows: rows.flat() }, lines)
    if (!fits) break
    rows.push(lines)
  }
  return rows
}

function canBeFirstRow(lines: readonly TextLine[]): boolean {
  return (
    readReferences(lines) === undefined && lines.some(({ text }) => !isProse(text.trim()) || hasColumnGap(text.trim()))
  )
}

/** The first line of a header may be a caption that stands across the columns. */
function cutWithCaption(
  split: RuledLines,
  rows: readonly (readonly TextLine[])[],
): { caption: readonly TextLine[]; rows: readonly (readonly string[])[] } | undefined {
  for (let captionLines = 0; captionLines < split.header.length; captionLines++) {
    const header = split.header.slice(captionLines)
    const table = cutRuledTable({ ...split, header, rows: mergeRows(rows) })
    if (table) return { caption: split.header.slice(0, captionLines), rows: table.rows }
  }
  return undefined
}

/** Where blank lines stand between the rows, a line that hangs below the first of its row goes on with it. */
function mergeRows(rows: readonly (readonly TextLine[])[]): TextLine[] {
  const isOneEach =
    rows.length >= 3 && rows.every((lines) => lines.slice(1).every(({ indent }) => indent > (lines[0]?.indent ?? 0)))
  if (!isOneEach) return rows.flat()
  return rows.flatMap((lines) => lines.map((line, index) => (index === 0 ? line : { ...line, number: CONTINUES })))
}
