import type { Code, Paragraph, Table } from 'mdast'
import type { Finding } from '@/lib/legacy-import/shared/legacy-record'
import { cleanTags } from '@/lib/legacy-import/shared/text-artefacts'
import { gapBetween, isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { alternativeNode, boldNode, hangingNode, tableNode } from './block-nodes'
import { type BlockKind, classifyBlock } from './classify-block'
import type { Container, ContainerChild, ListNode } from './container-tree'
import { isEventBlock, isEventField, readEventEntries } from './event-entries'
import { readHangingEntries } from './hanging-lines'
import { type Reference, readReferences, titleAlone } from './references'
import { splitRuledLines } from './ruled-tables'
import { readTableBlocks } from './table-blocks'
import type { TxtHeading } from './txt-headings'
import type { TextUnit } from './txt-units'
import type { HandWidths } from './wrapping'

/** What the blocks of one body share. */
export interface BodyContext {
  readonly hand: HandWidths
  /** Called for what could not be placed and was kept in another form. */
  readonly report: (finding: Finding) => void
}

/** A block of lines that knows what it is; code keeps its lines until the pieces around it are known. */
export interface BlockPiece {
  readonly kind: BlockKind
  readonly lines: readonly TextLine[]
  /** How much deeper it stands than the text of its container. */
  readonly depth: number
}

/** One piece of a container, in order. */
export type Piece =
  | BlockPiece
  | { readonly kind: 'references'; readonly references: Reference[]; readonly isItemText: boolean }
  | { readonly kind: 'heading'; readonly heading: TxtHeading }
  | { readonly kind: 'list'; readonly list: ListNode }
  | { readonly kind: 'nodes'; readonly nodes: readonly (Code | Paragraph | Table)[] }

/** Tells what each block of a container is: by its form alone where that is enough, else by its words. */
export function readPieces(container: Container, body: BodyContext, isInItem: boolean): Piece[] {
  const pieces: Piece[] = []
  const children = [...container.children]
  let intro = ''
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (!child) continue
    const used = child.type === 'text' ? readByForm({ children, index, pieces, body, isInItem }, child) : 0
    if (child.type !== 'text') pieces.push(pieceOf(child))
    if (child.type !== 'text' || used > 0) {
      index += Math.max(used, 1) - 1
      intro = ''
      continue
    }
    const { lines } = child
    const depth = Math.max(0, Math.min(...lines.map(({ indent }) => indent)) - container.column)
    const kind = classifyBlock(lines, { depth, isInItem, intro, hand: body.hand })
    pieces.push({ kind, lines, depth })
    intro =
      kind === 'code'
        ? ''
        : lines
            .slice(-2)
            .map(({ text }) => text.trim())
            .join(' ')
  }
  return pieces
}

function pieceOf(child: Exclude<ContainerChild, TextUnit>): Piece {
  if (child.type === 'heading') return { kind: 'heading', heading: child.heading }
  if (child.type === 'table') return { kind: 'nodes', nodes: [tableNode(child.table.rows)] }
  return { kind: 'list', list: child }
}

interface Reading {
  readonly children: ContainerChild[]
  readonly index: number
  readonly pieces: Piece[]
  readonly body: BodyContext
  readonly isInItem: boolean
}

/** Reads what is told by its form: alternatives, rules, references, events, tables. Gives how many blocks it took. */
function readByForm(reading: Reading, unit: TextUnit): number {
  if (unit.isAlternative) {
    reading.pieces.push({ kind: 'nodes', nodes: [alternativeNode(unit.lines[0]?.text ?? '')] })
    return 1
  }
  if (unit.lines.every(({ text }) => isRule(text, 2))) return 1
  return (
    takeReferences(reading, unit) ||
    takeEvents(reading, unit) ||
    takeTable(reading, unit) ||
    takeHangingEntries(reading, unit) ||
    takeLabel(reading, unit)
  )
}

function takeReferences({ children, index, pieces, isInItem }: Reading, unit: TextUnit): number {
  const last = pieces.at(-1)
  const openReference = last?.kind === 'references' ? last.references.at(-1) : undefined
  const title = openReference?.title === '' ? titleAlone(unit.lines) : undefined
  if (last?.kind === 'references' && openReference && title !== undefined) {
    last.references[last.references.length - 1] = { ...openReference, title }
    return 1
  }
  const read = readReferences(unit.lines)
  if (!read) return 0
  const isItemText = isInItem && pieces.length === 0 && read.references.length === 1
  if (last?.kind === 'references' && !last.isItemText) last.references.push(...read.references)
  else pieces.push({ kind: 'references', references: [...read.references], isItemText })
  return leaveRest(children, index, { ...unit, lines: unit.lines.slice(read.lineCount) })
}

/** The lines that are left of a block are read in the next round: they stand behind the block that was cut. */
function leaveRest(children: ContainerChild[], index: number, rest: TextUnit): number {
  if (rest.lines.length > 0) children.splice(index + 1, 0, rest)
  return 1
}

function takeEvents({ children, index, pieces }: Reading, unit: TextUnit): number {
  const lines = [...unit.lines]
  let used = 1
  let isEvent = isEventBlock(lines)
  if (!isEvent && !isEventField(lines)) return 0
  for (let next = children[index + used]; next?.type === 'text' && !next.isAlternative; next = children[index + used]) {
    const isDescription = /^\s*Description\s*:$/i.test(lines.at(-1)?.text ?? '')
    if (!isDescription && !isEventField(next.lines)) break
    if (!isEvent && !isEventBlock([...lines, ...next.lines])) break
    isEvent = true
    lines.push(...next.lines)
    used++
  }
  if (!isEvent) return 0
  const nodes = readEventEntries(lines).map(
    (fields): Code => ({ type: 'code', lang: 'event', value: fields.map(cleanTags).join('\n') }),
  )
  pieces.push({ kind: 'nodes', nodes })
  return used
}

/** A table with blank lines between its rows takes a block for each; the longest has a few dozen. */
const LONGEST_TABLE = 200

function takeTable({ children, index, pieces, body }: Reading, unit: TextUnit): number {
  if (!splitRuledLines(unit.lines)) return 0
  const blocks: (readonly TextLine[])[] = []
  for (const next of children.slice(index, index + LONGEST_TABLE)) {
    if (next.type !== 'text' || next.isAlternative) break
    blocks.push(next.lines)
  }
  const table = readTableBlocks(blocks)
  if (!table) return 0
  if (table.kind === 'label') {
    pieces.push({ kind: 'nodes', nodes: [boldNode(table.label.map(({ text }) => text.trim()).join(' '))] })
    return leaveRest(children, index, { ...unit, lines: [...table.rest] })
  }
  if (table.kind === 'table') {
    if (table.caption.length > 0) pieces.push({ kind: 'lines', lines: table.caption, depth: 0 })
    pieces.push({ kind: 'nodes', nodes: [tableNode(table.rows)] })
    return table.used
  }
  const first = unit.lines[0]
  body.report({
    line: first?.number ?? 1,
    what: `The table that starts with "${(first?.text ?? '').trim().slice(0, 60)}" has no clean columns.`,
    handled: 'It was kept as a block of code.',
    kind: 'table-kept-as-code',
  })
  pieces.push({
    kind: 'code',
    lines: joinBlocks(blocks.slice(0, table.used)),
    depth: 3,
  })
  return table.used
}

function joinBlocks(blocks: readonly (readonly TextLine[])[]): TextLine[] {
  const lines: TextLine[] = []
  for (const block of blocks) lines.push(...(lines.length === 0 ? [] : gapBetween(lines, block)), ...block)
  return lines
}

function takeHangingEntries({ pieces }: Reading, unit: TextUnit): number {
  const entries = readHangingEntries(unit.lines)
  if (!entries) return 0
  pieces.push({ kind: 'nodes', nodes: [hangingNode(entries)] })
  return 1
}

/** A label with a rule below it that is no heading: the name of a file over its listing, the name of a step. */
function takeLabel({ children, index, pieces }: Reading, unit: TextUnit): number {
  const [label, rule, ...rest] = unit.lines
  if (!label || !rule || !isRule(rule.text, 2) || isRule(label.text)) return 0
  const text = label.text.trim()
  const isLabel = /[A-Za-z]/.test(text) && text.length <= 60 && !/[|+]|\S {2,}\S/.test(text)
  const isDrawing = rest.some((line) => /^\s*\|/.test(line.text))
  if (!isLabel || isDrawing || Math.abs(rule.text.trim().length - text.length) > 12) return 0
  pieces.push({ kind: 'nodes', nodes: [boldNode(text)] })
  return leaveRest(children, index, { ...unit, lines: rest })
}
