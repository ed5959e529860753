import { isBlank, isPrompt, type Line } from './lines'
import { fieldKey, isInstalledField, type PastedRecord, type RecordList } from './record'
import { splitAtGaps, splitCells, splitRow, type TableLayout } from './table-cells'

/** `------        -----------` below the header of a table, and `| --- | --- |` of Markdown. */
const UNDERLINE = /^[ \t|:+]*[-=]{2,}[-= \t|:+]*\]?$/
const SEPARATORS = ['\t', ';', '|', ','] as const
/** The names of columns that tools print without a line below. They are the same in every language. */
const KNOWN_NAMES = new Set([
  'hotfixid',
  'oshotfix',
  'hotfixids',
  'hotfixes',
  'admindisplayversion',
  'displayversion',
  'productversion',
  'fileversion',
  'pscomputername',
  'packageidentity',
  'packagename',
  'providername',
  'eventid',
  'eventcode',
  'instanceid',
])
/** A header has no more columns. */
const MAX_COLUMNS = 60
/** Lines without the form of a row that may stand between two rows, such as an error of one of several servers. */
const MAX_GAP = 2
const UPDATE_IN_ROW = /(?:^|\s)(?:KB|Q)\d{5,7}(?:\s|$)/i
/** `Name : EX01` below a table is a field of another list. */
const FIELD_LINE = /^[ \t]*[\p{L}_](?:[^:=\s]| (?! )){0,48}[ \t]*[:=](?:\s|$)/u

/** Finds tables: with a line below their header, with a sign between cells, or with a column that tools are known by. */
export function findTables(lines: readonly Line[]): RecordList[] {
  const tables: RecordList[] = []
  for (let index = 0; index < lines.length; index++) {
    const table = parseTable(lines, index)
    if (!table) continue
    tables.push(table.list)
    index = table.last
  }
  return tables
}

function parseTable(lines: readonly Line[], index: number): { list: RecordList; last: number } | undefined {
  const header = lines[index]
  const layout = header && parseHeader(header.text, lines[index + 1]?.text ?? '')
  if (!header || !layout) return undefined
  const records: PastedRecord[] = []
  let last = index
  let gap = 0
  for (let at = index + 1; at < lines.length && gap <= MAX_GAP; at++) {
    const line = lines[at]
    if (!line || isPrompt(line.text)) break
    if (layout.separator === undefined && FIELD_LINE.test(line.text)) break
    if (UNDERLINE.test(line.text)) continue
    if (isBlank(line.text)) {
      if (isEndOfTable(layout, lines[at + 1]?.text ?? '')) break
      continue
    }
    if (parseHeader(line.text, lines[at + 1]?.text ?? '')) {
      // A mail program broke the header in two.
      if (at === index + 1 && !isKnownHeader(line.text)) continue
      break
    }
    const record = toRecord(line, layout)
    gap = record ? 0 : gap + 1
    if (!record) continue
    records.push(record)
    last = at
  }
  const end = lines[last]?.end ?? header.end
  const names = layout.names.map(fieldKey)
  const isCut =
    lines.slice(last + 1).every(({ text }) => isBlank(text)) && isCutRow(lines[last]?.text ?? '', layout, records)
  return { list: { form: 'table', names, labels: layout.names, records, start: header.start, end, isCut }, last }
}

/** The last row of a text ends within a quote, or has fewer cells than each row above it. */
function isCutRow(text: string, { names, separator }: TableLayout, records: readonly PastedRecord[]): boolean {
  if (separator === undefined || records.length === 0) return false
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) return true
  const isWhole = ({ values }: PastedRecord) => values.size === new Set(names.map(fieldKey)).size
  const last = records.at(-1)
  return records.length > 1 && last !== undefined && !isWhole(last) && records.slice(0, -1).every(isWhole)
}

function parseHeader(line: string, next: string): TableLayout | undefined {
  // `HotFixID` and its value on one line are a field.
  if (/\t(?:KB|Q)\d{5,7}\b/.test(line) || FIELD_LINE.test(line)) return undefined
  if (isBlank(line) || isPrompt(line) || UNDERLINE.test(line) || line.length > 2000) return undefined
  const isUnderlined = UNDERLINE.test(next)
  for (const separator of SEPARATORS) {
    if (!line.includes(separator)) continue
    const names = splitCells(line, separator)
    const isHeader = names.length > 1 && names.length <= MAX_COLUMNS && names.every((name) => name.length <= 60)
    const isTable = (isUnderlined && separator === '|') || names.some(isKnownName)
    if (isHeader && (isTable || nameVersions(names, splitCells(next, separator))))
      return { names, separator, starts: [] }
  }
  if (isUnderlined && !next.includes('|')) return alignedHeader(line, next)
  if (nameVersions(splitAtGaps(line), splitAtGaps(next))) return alignedHeader(line, line)
  return hasKnownWord(line, next) ? alignedHeader(line, line) : undefined
}

/** A header of one's own: `Server  OS version  Exchange version`, above a row with as many cells and a dotted number. */
function nameVersions(names: readonly string[], cells: readonly string[]): boolean {
  return (
    names.length > 1 &&
    names.length === cells.length &&
    names.every((name) => name !== '' && name.length <= 40 && !/\d\.\d|[:=]/.test(name)) &&
    names.some(
      (name, index) => /\b(?:version|build)\b/i.test(name) && /^v?\d+(?:\.\d+){1,3}\b/.test(cells[index] ?? ''),
    )
  )
}

function isKnownName(name: string): boolean {
  return KNOWN_NAMES.has(fieldKey(name)) || isInstalledField(fieldKey(name))
}

function isKnownHeader(line: string): boolean {
  return splitAtGaps(line).some(isKnownName)
}

/**
 * Nothing but names of columns, which begin with a capital letter unless an update stands below: prose about `HotFixID` is not a
 * header, nor is a field.
 */
function hasKnownWord(line: string, next: string): boolean {
  const words = line.trim().split(/\s+/)
  const areNames = words.every((word) => /^[\p{Lu}_(]/u.test(word)) || (words.length < 8 && UPDATE_IN_ROW.test(next))
  if (/[=?.,;:]/.test(line) || !areNames) return false
  return words.some(isKnownName) || isKnownHeader(line)
}

/** The columns begin where the dashes do, or the words of the header where no line stands below it. */
function alignedHeader(line: string, ruler: string): TableLayout | undefined {
  const isDashed = ruler !== line
  const pieces = [...ruler.matchAll(isDashed ? /[-=]+/g : /\S+(?: \S+)*/g)]
  const isCollapsed = !isDashed && pieces.length === 1
  const columns = isCollapsed ? [...line.matchAll(/\S+/g)] : pieces
  const starts = columns.map(({ index }) => index)
  const names = isDashed ? namesAbove(line, starts) : columns.map(([name]) => name)
  const [only = ''] = names
  // One unknown name with a line below is a heading.
  if (names.length > MAX_COLUMNS || (names.length === 1 && !isKnownName(only))) return undefined
  return { names, starts }
}

/** The names over a line of dashes. What a bracket or a bullet put before the header is not a column. */
function namesAbove(line: string, starts: readonly number[]): string[] {
  const pieces = splitAtGaps(line)
  if (pieces.length >= starts.length) return pieces.slice(-starts.length)
  const words = line.trim().split(/\s+/)
  if (words.length === starts.length) return words
  return starts.map((start, index) => line.slice(start, starts[index + 1]).trim())
}

function toRecord(line: Line, layout: TableLayout): PastedRecord | undefined {
  if (layout.separator !== undefined && !line.text.includes(layout.separator)) return undefined
  const cells = splitRow(line.text, layout)
  const values = layout.names.flatMap((name, index): [string, string][] => {
    const cell = cells[index]
    return cell === undefined ? [] : [[fieldKey(name), cell]]
  })
  return { values: new Map(values), start: line.start, end: line.end }
}

/** A blank line ends a table, unless the next line goes on in the same form. */
function isEndOfTable({ separator, names }: TableLayout, next: string): boolean {
  if (isBlank(next)) return true
  if (separator !== undefined) return !next.includes(separator)
  return names.length > 1 ? splitAtGaps(next).length < 2 : /\s/.test(next.trim())
}
