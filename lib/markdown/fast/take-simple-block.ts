import type {
  AlignType,
  Blockquote,
  Code,
  Heading,
  List,
  Paragraph,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast'
import { parseSimpleWords, positionAt } from './parse-simple-words'

/** Lines that only the whole parser understands, of one or several blocks. */
export interface HardLines {
  readonly type: 'hard'
  readonly text: string
  /** The first line within the body, counted from 1. */
  readonly line: number
}

/** A block that was understood, or lines that were not. */
export type Piece = Paragraph | Heading | Code | TableRow | List | Blockquote | Table | HardLines

/** The lines of a body, or of a list item or quotation without its markers. */
export interface BlockCursor {
  readonly lines: readonly string[]
  /** The number of the first of `lines` within the body. */
  readonly firstLine: number
  readonly depth: number
  /** True if lists, quotations and tables are kept, and not only what is in them. */
  readonly isTree: boolean
  /** True inside a quotation, where the whole parser has rules of its own for what is nested and apart. */
  readonly isQuoted: boolean
  /** Collects what was read. */
  readonly pieces: Piece[]
}

/** The whole parser reads deeper lists and quotations. */
const MAX_DEPTH = 8

const HEADING = /^(#{1,6}) ([^\s#](?:[^\n]*[^\s#])?)$/
const FENCE = /^(`{3,})([^`\\&\t]*)$/
const TABLE_ROW = /^\|.*\|$/s
const TABLE_RULE = /^\|(?: *:?-+:? *\|)+$/
const LIST_ITEM = /^([-+*]|\d{1,9}[.)]) {1,4}(?=[^\s])/
/** A list ends a paragraph unless it starts with a number other than 1. The whole parser reads lists in such lists. */
const INTERRUPTING_ITEM = /^(?:[-+*]|1[.)]) {1,4}(?=[^\s\d>+*-])/
/** What may be one more item, such as one that is empty or begins with indented code. */
const HARD_ITEM = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)(?! {0,3}[^\s])/
const TASK = /^\[[ \txX]\]/
/** Underlines, thematic breaks and the second line of a table. */
const RULE = /^(?:[-=]+|[-:| \t]+|(?:[-*_][ \t]*){3,})$/
/** A line that begins like this may be more than text. */
const BLOCK_MARK =
  /^(?:[ \t>|]|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|```|~~~|<(?!(?:https?|ftp):)[a-z/!?]|#{1,6}(?:[ \t]|$))/i

/** Takes the block or list item at a line, and gives the line after it, or `undefined` if it is not simple. */
export function takeSimpleBlock(cursor: BlockCursor, at: number): number | undefined {
  const line = cursor.lines[at] ?? ''
  const heading = HEADING.exec(line)
  if (heading) return takeHeading(cursor, at, heading)
  if (line.startsWith('```')) return takeCode(cursor, at)
  if (line.startsWith('>')) return takeQuotation(cursor, at)
  if (line.startsWith('|')) return takeTable(cursor, at)
  if (RULE.test(line)) return undefined
  if (LIST_ITEM.test(line)) return cursor.isTree ? takeList(cursor, at) : takeItem(cursor, at)
  return BLOCK_MARK.test(line) ? undefined : takeParagraph(cursor, at)
}

/** True for a line without visible characters, and past the last line. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || /^[ \t]*$/.test(line)
}

function takeHeading({ lines, firstLine, pieces }: BlockCursor, at: number, heading: RegExpExecArray): number {
  const [, marks = '', words = ''] = heading
  const line = firstLine + at
  const children = parseSimpleWords(words, line)
  const depth = marks.length
  if (children && isDepth(depth)) pieces.push({ type: 'heading', depth, children, position: positionAt(line) })
  else pieces.push({ type: 'hard', text: lines[at] ?? '', line })
  return at + 1
}

function takeParagraph({ lines, firstLine, pieces }: BlockCursor, at: number): number | undefined {
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
  const children = parseSimpleWords(text, line)
  pieces.push(children ? { type: 'paragraph', children, position: positionAt(line) } : { type: 'hard', text, line })
  return end
}

function takeCode({ lines, firstLine, pieces }: BlockCursor, at: number): number | undefined {
  const [, marks = '', info = ''] = FENCE.exec(lines[at] ?? '') ?? []
  if (marks === '') return undefined
  for (let end = at + 1; end < lines.length; end++) {
    const [, indent = '', closing = ''] = /^( {0,3})(`{3,})[ \t]*$/.exec(lines[end] ?? '') ?? []
    if (closing.length < marks.length) continue
    if (indent !== '') return undefined
    const value = lines.slice(at + 1, end).join('\n')
    const [, lang, meta] = /^ *(\S+)(?: +(\S.*))?/.exec(info) ?? []
    pieces.push({ type: 'code', lang, meta, value, position: positionAt(firstLine + at) })
    return end + 1
  }
  return undefined
}

/** Takes a table whose lines all begin and end with a bar. */
function takeTable({ lines, firstLine, pieces, isTree }: BlockCursor, at: number): number | undefined {
  const rule = lines[at + 1] ?? ''
  if (!TABLE_RULE.test(rule)) return undefined
  const columns = rule.split('|').slice(1, -1)
  const rows: TableRow[] = []
  let end = at
  for (; !isBlank(lines[end]); end++) {
    if (end === at + 1) continue
    const children = parseCells(lines[end] ?? '', firstLine + end)
    if (!children || (end === at && children.length !== columns.length)) return undefined
    rows.push({ type: 'tableRow', children, position: positionAt(firstLine + end) })
  }
  if (isTree)
    pieces.push({ type: 'table', align: columns.map(alignOf), children: rows, position: positionAt(firstLine + at) })
  else pieces.push(...rows)
  return end
}

function alignOf(rule: string): AlignType {
  const [isLeft, isRight] = [/^ *:/.test(rule), /: *$/.test(rule)]
  if (isLeft && isRight) return 'center'
  if (isRight) return 'right'
  return isLeft ? 'left' : null
}

function parseCells(row: string, line: number): TableCell[] | undefined {
  // The whole parser has special rules for an escaped bar in code and for two bars without a space.
  if (!TABLE_ROW.test(row) || row.includes('||') || (row.includes('`') && row.includes('\\|'))) return undefined
  const cells: TableCell[] = []
  for (const text of row.match(/(?:\\[\\|]|[^|])+/g) ?? []) {
    const children = parseSimpleWords(text.replace(/^[ \t]+|[ \t]+$/g, ''), line)
    if (!children) return undefined
    cells.push({ type: 'tableCell', children, position: positionAt(line) })
  }
  return cells
}

function takeQuotation(cursor: BlockCursor, at: number): number | undefined {
  const { pieces, firstLine, isTree } = cursor
  let end = at
  while (cursor.lines[end]?.startsWith('>')) end++
  // Text on the next line would continue its last paragraph.
  if (!isBlank(cursor.lines[end])) return undefined
  const inner = cursor.lines.slice(at, end).map((line) => line.replace(/^> ?/, ''))
  const children: Piece[] = []
  if (!takeInner({ ...cursor, isQuoted: true, pieces: isTree ? children : pieces }, inner, at)) return undefined
  if (isTree) pieces.push({ type: 'blockquote', children: asContent(children), position: positionAt(firstLine + at) })
  return end
}

/** Takes items of one kind with what is between them. If one is not simple, neither is the list. */
function takeList(cursor: BlockCursor, at: number): number | undefined {
  const { lines, firstLine, pieces } = cursor
  const kind = kindOfItem(lines[at])
  const list: List = {
    type: 'list',
    ordered: kind === '.' || kind === ')',
    start: kind === '.' || kind === ')' ? Number.parseInt(lines[at] ?? '', 10) : null,
    spread: false,
    children: [],
    position: positionAt(firstLine + at),
  }
  let next = at
  for (let isMore = true; isMore; ) {
    const children: Piece[] = []
    const end = takeItem({ ...cursor, pieces: children }, next)
    if (end === undefined || (cursor.isQuoted && children.some(isContainer))) return undefined
    list.children.push({
      ...{ type: 'listItem', spread: hasGap(children, cursor), checked: null, children: asContent(children) },
      position: positionAt(firstLine + next),
    })
    isMore = kindOfItem(lines[end]) === kind && !RULE.test(lines[end] ?? '')
    if (!isMore && HARD_ITEM.test(lines[end] ?? '')) return undefined
    if (isMore) list.spread ||= isBlank(lines[end - 1])
    next = end
  }
  pieces.push(list)
  return next
}

function isContainer({ type }: Piece): boolean {
  return type === 'list' || type === 'blockquote'
}

/** Tells whether an empty line stands between the blocks of an item. */
function hasGap([, ...later]: readonly Piece[], { lines, firstLine }: BlockCursor): boolean {
  return later.some((block) => {
    const line = block.type === 'hard' ? block.line : block.position?.start.line
    return line !== undefined && isBlank(lines[line - firstLine - 1])
  })
}

function takeItem(cursor: BlockCursor, at: number): number | undefined {
  const { lines } = cursor
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
    // Text on the next line would continue its last paragraph.
    (lines[end - 1] === '' && /^[^ \t]/.test(lines[end] ?? ''))
  return isEnd && takeInner(cursor, inner, at) ? end : undefined
}

/** Gives `-`, `+`, `*`, or the character after the number; `undefined` if the line does not begin an item. */
function kindOfItem(line: string | undefined): string | undefined {
  return LIST_ITEM.exec(line ?? '')?.[1]?.at(-1)
}

function takeInner(cursor: BlockCursor, lines: readonly string[], at: number): boolean {
  if (cursor.depth === MAX_DEPTH) return false
  const inner = { ...cursor, lines, firstLine: cursor.firstLine + at, depth: cursor.depth + 1 }
  for (let index = 0; index < lines.length; ) {
    const end = isBlank(lines[index]) ? index + 1 : takeSimpleBlock(inner, index)
    if (end === undefined) return false
    index = end
  }
  return true
}

function isDepth(depth: number): depth is Heading['depth'] {
  return depth >= 1 && depth <= 6
}

/** Hard lines stand among the children until the whole parser has read them. */
function asContent<Node extends RootContent>(pieces: readonly Piece[]): Node[] {
  return pieces as never
}
