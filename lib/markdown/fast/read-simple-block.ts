import type { Code, Heading, Paragraph, TableCell, TableRow } from 'mdast'
import { positionAt, readSimpleWords } from './read-simple-words'

/** Lines that only the whole parser understands: of one block, or of several. */
export interface HardLines {
  readonly type: 'hard'
  readonly text: string
  /** The line of the body on which they begin, counted from 1. */
  readonly line: number
}

/** A leaf block that was understood, or lines that were not. */
export type Piece = Paragraph | Heading | Code | TableRow | HardLines

/** The lines of a body, or of a list item or quotation in it without what marks them as such. */
export interface BlockReader {
  readonly lines: readonly string[]
  /** The line of the body on which `lines` begin. */
  readonly firstLine: number
  readonly depth: number
  /** What was read is put here. */
  readonly pieces: Piece[]
}

/** Deeper lists and quotations are left to the whole parser. */
const MAX_DEPTH = 8

const HEADING = /^(#{1,6}) ([^\s#](?:[^\n]*[^\s#])?)$/
const FENCE = /^(`{3,})([^`\\&\t]*)$/
const TABLE_ROW = /^\|.*\|$/s
const TABLE_RULE = /^\|(?: *:?-+:? *\|)+$/
const LIST_ITEM = /^([-+*]|\d{1,9}[.)]) {1,4}(?=[^\s])/
/** A list ends a paragraph unless its number is another than 1. What lists in lists do then is left to the whole parser. */
const INTERRUPTING_ITEM = /^(?:[-+*]|1[.)]) {1,4}(?=[^\s\d>+*-])/
const TASK = /^\[[ \txX]\]/
/** Underlines, breaks and the second line of a table. */
const RULE = /^(?:[-=]+|[-:| \t]+|(?:[-*_][ \t]*){3,})$/
/** A line that begins so may be something else than words. */
const BLOCK_MARK =
  /^(?:[ \t>|]|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|```|~~~|<(?!(?:https?|ftp):)[a-z/!?]|#{1,6}(?:[ \t]|$))/i

/** Reads the block or list item at a line and tells where the next begins. Gives `undefined` for one that is not simple. */
export function readSimpleBlock(reader: BlockReader, at: number): number | undefined {
  const line = reader.lines[at] ?? ''
  const heading = HEADING.exec(line)
  if (heading) return readHeading(reader, at, heading)
  if (line.startsWith('```')) return readCode(reader, at)
  if (line.startsWith('>')) return readQuotation(reader, at)
  if (line.startsWith('|')) return readTable(reader, at)
  if (RULE.test(line)) return undefined
  if (LIST_ITEM.test(line)) return readItem(reader, at)
  return BLOCK_MARK.test(line) ? undefined : readParagraph(reader, at)
}

/** Tells whether a line has nothing that can be seen; so has one that is not there. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || /^[ \t]*$/.test(line)
}

function readHeading({ lines, firstLine, pieces }: BlockReader, at: number, heading: RegExpExecArray): number {
  const [, marks = '', words = ''] = heading
  const line = firstLine + at
  const children = readSimpleWords(words, line)
  const depth = marks.length
  if (children && isDepth(depth)) pieces.push({ type: 'heading', depth, children, position: positionAt(line) })
  else pieces.push({ type: 'hard', text: lines[at] ?? '', line })
  return at + 1
}

function readParagraph({ lines, firstLine, pieces }: BlockReader, at: number): number | undefined {
  let end = at + 1
  for (; end < lines.length; end++) {
    const next = lines[end] ?? ''
    if (isBlank(next) || HEADING.test(next) || FENCE.test(next)) break
    if (RULE.test(next)) return undefined
    if (INTERRUPTING_ITEM.test(next)) break
    if (BLOCK_MARK.test(next)) return undefined
  }
  const text = lines.slice(at, end).join('\n')
  const line = firstLine + at
  const children = readSimpleWords(text, line)
  pieces.push(children ? { type: 'paragraph', children, position: positionAt(line) } : { type: 'hard', text, line })
  return end
}

function readCode({ lines, firstLine, pieces }: BlockReader, at: number): number | undefined {
  const [, marks = '', info = ''] = FENCE.exec(lines[at] ?? '') ?? []
  if (marks === '') return undefined
  for (let end = at + 1; end < lines.length; end++) {
    const [, indent = '', closing = ''] = /^( {0,3})(`{3,})[ \t]*$/.exec(lines[end] ?? '') ?? []
    if (closing.length < marks.length) continue
    if (indent !== '') return undefined
    const value = lines.slice(at + 1, end).join('\n')
    const lang = info.trim().split(' ')[0] || undefined
    pieces.push({ type: 'code', lang, value, position: positionAt(firstLine + at) })
    return end + 1
  }
  return undefined
}

/** Reads a table whose lines all begin and end with a bar. */
function readTable({ lines, firstLine, pieces }: BlockReader, at: number): number | undefined {
  const rule = lines[at + 1] ?? ''
  if (!TABLE_RULE.test(rule)) return undefined
  let end = at
  for (; !isBlank(lines[end]); end++) {
    if (end === at + 1) continue
    const children = readCells(lines[end] ?? '', firstLine + end)
    if (!children || (end === at && children.length !== rule.split('|').length - 2)) return undefined
    pieces.push({ type: 'tableRow', children, position: positionAt(firstLine + end) })
  }
  return end
}

function readCells(row: string, line: number): TableCell[] | undefined {
  // An escaped bar within code is a bar, and two bars without a blank are read in two ways.
  if (!TABLE_ROW.test(row) || row.includes('||') || (row.includes('`') && row.includes('\\|'))) return undefined
  const cells: TableCell[] = []
  for (const text of row.match(/(?:\\[\\|]|[^|])+/g) ?? []) {
    const children = readSimpleWords(text.replace(/^[ \t]+|[ \t]+$/g, ''), line)
    if (!children) return undefined
    cells.push({ type: 'tableCell', children, position: positionAt(line) })
  }
  return cells
}

function readQuotation(reader: BlockReader, at: number): number | undefined {
  let end = at
  while (reader.lines[end]?.startsWith('>')) end++
  // Words that follow would belong to its last paragraph.
  if (!isBlank(reader.lines[end])) return undefined
  const inner = reader.lines.slice(at, end).map((line) => line.replace(/^> ?/, ''))
  return readInner(reader, inner, at) ? end : undefined
}

function readItem(reader: BlockReader, at: number): number | undefined {
  const { lines } = reader
  const indent = LIST_ITEM.exec(lines[at] ?? '')?.[0].length ?? 0
  const inner = [(lines[at] ?? '').slice(indent)]
  if (TASK.test(inner[0] ?? '')) return undefined
  const blanks = ' '.repeat(indent)
  let end = at + 1
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    if (line !== '' && !line.startsWith(blanks)) break
    inner.push(line.slice(indent))
  }
  const isEnd =
    end === lines.length ||
    kindOfItem(lines[end]) === kindOfItem(lines[at]) ||
    // Words that follow at once would belong to its last paragraph.
    (lines[end - 1] === '' && /^[^ \t]/.test(lines[end] ?? ''))
  return isEnd && readInner(reader, inner, at) ? end : undefined
}

/** `-`, `+` or `*`, or what stands behind the number; `undefined` for a line that begins no item. */
function kindOfItem(line: string | undefined): string | undefined {
  return LIST_ITEM.exec(line ?? '')?.[1]?.at(-1)
}

function readInner({ firstLine, depth, pieces }: BlockReader, lines: readonly string[], at: number): boolean {
  if (depth === MAX_DEPTH) return false
  const inner = { lines, firstLine: firstLine + at, depth: depth + 1, pieces }
  for (let place = 0; place < lines.length; ) {
    const end = isBlank(lines[place]) ? place + 1 : readSimpleBlock(inner, place)
    if (end === undefined) return false
    place = end
  }
  return true
}

function isDepth(depth: number): depth is Heading['depth'] {
  return depth >= 1 && depth <= 6
}
