import { hasColumnGap, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { type FramedTable, framedTableAt } from './framed-tables'
import { hangColumn } from './hanging-lines'
import { findLooseMarkers, isAlternative, type ListMarker, regularMarker, startsFreely } from './list-markers'
import { findNumberedHeadings, headingAt, type TxtHeading } from './txt-headings'
import { continuesSentence, isSoftEnd } from './wrapping'

/** A run of lines that belong together before anything is known about the lists around them. */
export interface TextUnit {
  readonly type: 'text'
  readonly lines: TextLine[]
  /** Set where the first line starts with what can be a list marker. */
  readonly marker?: ListMarker
  readonly isAlternative: boolean
  /** Whether a blank line or the start of the body stands before it. */
  readonly afterBlank: boolean
}

export interface HeadingUnit {
  readonly type: 'heading'
  readonly heading: TxtHeading
  readonly line: number
}

export interface TableUnit {
  readonly type: 'table'
  readonly table: FramedTable
  readonly indent: number
  readonly line: number
}

export type Unit = TextUnit | HeadingUnit | TableUnit

/** Cuts a body into headings, framed tables, and runs of lines at blank lines, markers and plain changes of indent. */
export function splitUnits(lines: readonly TextLine[]): Unit[] {
  const units: Unit[] = []
  const loose = findLooseMarkers(lines)
  const numbered = findNumberedHeadings(lines)
  let open: TextUnit | undefined
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (!line) break
    if (line.text === '') {
      open = undefined
      index++
      continue
    }
    const table = framedTableAt(lines, index)
    const heading = table ? undefined : (headingAt(lines, index) ?? numbered.get(index))
    if (table) units.push({ type: 'table', table, indent: line.indent, line: line.number })
    if (heading) units.push({ type: 'heading', heading, line: line.number })
    const end = table?.end ?? heading?.end
    if (end !== undefined) {
      open = undefined
      index = end
      continue
    }
    const marker = startsFreely(lines, index) ? (regularMarker(line) ?? loose.get(index)) : undefined
    const alternative = isAlternative(line.text) && isAloneEnough(lines, index)
    if (open && !marker && !alternative && !open.isAlternative && belongsTo(open, line, lines[index + 1])) {
      open.lines.push(line)
    } else {
      open = {
        type: 'text',
        lines: [line],
        ...(marker && !alternative ? { marker } : {}),
        isAlternative: alternative,
        afterBlank: open === undefined,
      }
      units.push(open)
    }
    index++
  }
  return units
}

/** The bare word `or` counts between blank lines only. */
function isAloneEnough(lines: readonly TextLine[], index: number): boolean {
  const isFramedByDashes = /-/.test(lines[index]?.text ?? '')
  return isFramedByDashes || ((lines[index - 1]?.text ?? '') === '' && (lines[index + 1]?.text ?? '') === '')
}

function belongsTo(open: TextUnit, line: TextLine, next: TextLine | undefined): boolean {
  const last = open.lines.at(-1)
  if (!last || isSoftEnd(last, line, next === undefined || next.text === '')) return true
  if (continuesSentence(last, line) && (open.marker !== undefined || last.indent <= 3)) return true
  if (open.marker) return isSameItem(open, open.marker, last, line)
  if (last.indent === line.indent || hangsBelow(open, line)) return true
  if (last.indent === 0 && line.indent >= 2) return !endsParagraph(open, last)
  if (line.indent === 0 && last.indent >= 2) return !startsParagraph(line, last)
  return true
}

/** A hard break inside an item keeps the text column; code below it stands deeper, other text further left. */
function isSameItem(open: TextUnit, marker: ListMarker, last: TextLine, line: TextLine): boolean {
  const first = open.lines[0]
  if (open.lines.length === 1) {
    const column = first ? first.text.slice(0, marker.length).length : marker.textColumn
    return (
      line.indent === marker.textColumn ||
      line.indent === column ||
      (line.indent > marker.column && line.indent < marker.textColumn)
    )
  }
  return last.indent === line.indent || hangsBelow(open, line)
}

/** The longest entry of a list of terms has about twenty lines. */
const LONGEST_ENTRY = 60

/** A line at the column of the text behind a term goes on with that entry. */
function hangsBelow(open: TextUnit, line: TextLine): boolean {
  const entry = open.lines.slice(-LONGEST_ENTRY).findLast(({ indent }) => indent < line.indent)
  return entry !== undefined && hangColumn(entry.text) === line.indent && line.indent - entry.indent >= 3
}

function endsParagraph(open: TextUnit, last: TextLine): boolean {
  if (hasColumnGap(last.text)) return false
  return /[:.?!]["')]?$/.test(last.text) && (open.lines.length > 1 || / \S+ \S+ /.test(last.text))
}

function startsParagraph(line: TextLine, last: TextLine): boolean {
  return /^["(]?[A-Z]/.test(line.text) && / [a-z]+ .*[a-z]+ /.test(line.text) && last.indent >= 3
}
