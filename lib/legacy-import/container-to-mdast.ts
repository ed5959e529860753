import type {
  BlockContent,
  Blockquote,
  Code,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import { attachAlerts } from './alerts'
import { type BlockKind, classifyBlock, startsLongPath } from './classify-block'
import { codeLanguage, isCommentLine, isProse, isSentence } from './code-patterns'
import type { Container, ContainerChild, ListNode } from './container-tree'
import { isEventBlock, isEventField, readEventEntries } from './event-entries'
import { readHangingEntries } from './hanging-lines'
import { articleLink, parseInline, parseLines } from './inline'
import type { Problem } from './legacy-record'
import { type Reference, readReferences, titleAlone } from './references'
import { readTableBlocks } from './table-blocks'
import { cleanTags } from './text-artefacts'
import { dedentLines, isRule, type TextLine } from './text-line'
import type { TextUnit } from './txt-units'
import { type HandWidths, isSoftEnd, joinLines } from './wrap-law'

/** What the blocks of one body share. */
export interface BodyContext {
  readonly hand: HandWidths
  /** Called for what could not be placed and was kept in another form. */
  readonly report: (problem: Pick<Problem, 'line' | 'what' | 'handled' | 'kind'>) => void
}

/** Turns a container and everything in it into Markdown nodes. */
export function containerToMdast(container: Container, body: BodyContext, isInItem = false): RootContent[] {
  const pieces = mergeCode(readPieces(container, body, isInItem))
  return attachAlerts(pieces.flatMap((piece) => pieceToNodes(piece, body)))
}

/** A block that knows what it is; code keeps its lines until the pieces around it are known. */
type Piece =
  | { readonly kind: BlockKind; readonly lines: readonly TextLine[]; readonly depth: number }
  | { readonly kind: 'references'; readonly references: Reference[]; readonly isItemText: boolean }
  | { readonly kind: 'node'; readonly nodes: RootContent[] }

function readPieces(container: Container, body: BodyContext, isInItem: boolean): Piece[] {
  const pieces: Piece[] = []
  const children = [...container.children]
  let intro = ''
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (!child) continue
    if (child.type !== 'text') {
      pieces.push({ kind: 'node', nodes: [nonTextNode(child, body)] })
      intro = ''
      continue
    }
    const used = readSpecial({ children, index, pieces, container, body, isInItem })
    if (used > 0) {
      index += used - 1
      intro = ''
      continue
    }
    const indent = Math.min(...child.lines.map((line) => line.indent))
    const depth = Math.max(0, indent - container.column)
    const kind = classifyBlock(child.lines, { depth, isInItem, intro, hand: body.hand })
    pieces.push({ kind, lines: child.lines, depth })
    intro =
      kind === 'code'
        ? ''
        : child.lines
            .slice(-2)
            .map(({ text }) => text.trim())
            .join(' ')
  }
  return pieces
}

function nonTextNode(child: Exclude<ContainerChild, TextUnit>, body: BodyContext): RootContent {
  if (child.type === 'heading') {
    const children = parseInline(child.heading.text)
    return { type: 'heading', depth: child.heading.depth, children }
  }
  if (child.type === 'table') return tableNode(child.table.rows)
  return listNode(child, body)
}

function listNode(list: ListNode, body: BodyContext): List {
  const children = list.items.flatMap((item): ListItem[] => {
    const nodes = containerToMdast(item, body, true).flatMap((node) => (isBlockContent(node) ? [node] : []))
    // An emptied bullet says nothing; an emptied number still counts.
    if (nodes.length === 0 && list.style === 'bullet') return []
    return [{ type: 'listItem', spread: false, checked: null, children: nodes }]
  })
  const spread = children.some((item) => item.children.length > 1)
  const items = children.map((item) => ({ ...item, spread }))
  return list.style === 'bullet'
    ? { type: 'list', ordered: false, start: null, spread, children: items }
    : { type: 'list', ordered: true, start: list.start, spread, children: items }
}

function isBlockContent(node: RootContent): node is BlockContent {
  return ['blockquote', 'code', 'heading', 'list', 'paragraph', 'table', 'thematicBreak'].includes(node.type)
}

interface Reading {
  readonly children: ContainerChild[]
  readonly index: number
  readonly pieces: Piece[]
  readonly container: Container
  readonly body: BodyContext
  readonly isInItem: boolean
}

/** Reads what is told by its form alone: alternatives, rules, references, events, tables. Gives how many blocks it took. */
function readSpecial(reading: Reading): number {
  const { children, index, pieces } = reading
  const unit = children[index]
  if (unit?.type !== 'text') return 0
  if (unit.isAlternative) {
    const value = (unit.lines[0]?.text ?? '').trim()
    pieces.push({
      kind: 'node',
      nodes: [{ type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value }] }] }],
    })
    return 1
  }
  if (unit.lines.every(({ text }) => isRule(text, 2))) return 1
  return (
    readReferencePiece(reading, unit) ||
    readEventPiece(reading, unit) ||
    readTablePiece(reading, unit) ||
    readHangingPiece(reading, unit) ||
    readLabel(reading, unit)
  )
}

function readReferencePiece({ children, index, pieces, isInItem }: Reading, unit: TextUnit): number {
  const last = pieces.at(-1)
  const openReference = last?.kind === 'references' ? last.references.at(-1) : undefined
  const title = openReference?.title === '' ? titleAlone(unit.lines) : undefined
  if (last?.kind === 'references' && openReference && title !== undefined) {
    last.references[last.references.length - 1] = { ...openReference, title }
    return 1
  }
  const read = readReferences(unit.lines)
  if (!read) return 0
  const rest = unit.lines.slice(read.lineCount)
  const isItemText = isInItem && pieces.length === 0 && read.references.length === 1
  if (last?.kind === 'references' && !last.isItemText) last.references.push(...read.references)
  else pieces.push({ kind: 'references', references: [...read.references], isItemText })
  return rest.length > 0 ? readRest(children, index, { ...unit, lines: rest }) : 1
}

/** The block that is left is read in the next round: it stands behind the one that was cut. */
function readRest(children: ContainerChild[], index: number, rest: TextUnit): number {
  children.splice(index + 1, 0, rest)
  return 1
}

function readEventPiece({ children, index, pieces }: Reading, unit: TextUnit): number {
  const lines = [...unit.lines]
  let used = 1
  let isEvent = isEventBlock(lines)
  if (!isEvent && !isEventField(lines)) return 0
  for (let next = children[index + used]; next?.type === 'text' && !next.isAlternative; next = children[index + used]) {
    const isDescription = /^\s*Description\s*:$/i.test(lines.at(-1)?.text ?? '')
    const together = [...lines, ...next.lines]
    if (!isDescription && !isEventField(next.lines)) break
    if (!isEvent && !isEventBlock(together)) break
    isEvent = true
    lines.push(...next.lines)
    used++
  }
  if (!isEvent) return 0
  const nodes = readEventEntries(lines).map(
    (fields): Code => ({ type: 'code', lang: 'event', value: fields.map(cleanTags).join('\n') }),
  )
  pieces.push({ kind: 'node', nodes })
  return used
}

function readTablePiece({ children, index, pieces, body }: Reading, unit: TextUnit): number {
  const blocks: (readonly TextLine[])[] = []
  for (const next of children.slice(index, index + LONGEST_TABLE)) {
    if (next.type !== 'text' || next.isAlternative) break
    blocks.push(next.lines)
  }
  const table = readTableBlocks(blocks)
  if (!table) return 0
  if (table.kind === 'label') {
    pieces.push({ kind: 'node', nodes: [boldLine(table.label.map(({ text }) => text.trim()).join(' '))] })
    return table.rest.length > 0 ? readRest(children, index, { ...unit, lines: [...table.rest] }) : 1
  }
  if (table.kind === 'table') {
    if (table.caption.length > 0) pieces.push({ kind: 'lines', lines: table.caption, depth: 0 })
    pieces.push({ kind: 'node', nodes: [tableNode(table.rows)] })
    return table.used
  }
  const first = unit.lines[0]
  body.report({
    line: first?.number ?? 1,
    what: `The table that starts with "${(first?.text ?? '').trim().slice(0, 60)}" has no clean columns.`,
    handled: 'It was kept as a block of code.',
    kind: 'table-kept-as-code',
  })
  pieces.push({ kind: 'code', lines: blocks.slice(0, table.used).reduce(withGap), depth: 3 })
  return table.used
}

/** Tables with a blank line between their rows have a few dozen of them. */
const LONGEST_TABLE = 200

/** Entries become lines of one paragraph, the term in bold. */
function readHangingPiece({ pieces }: Reading, unit: TextUnit): number {
  const entries = readHangingEntries(unit.lines)
  if (!entries) return 0
  const children = entries.flatMap(({ term, text }, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    ...(term === undefined
      ? []
      : [
          { type: 'strong' as const, children: parseInline(term) },
          { type: 'text' as const, value: ' ' },
        ]),
    ...parseInline(text),
  ])
  pieces.push({ kind: 'node', nodes: [{ type: 'paragraph', children: mergeText(children) }] })
  return 1
}

/** A label with a rule below it that is no heading: the name of a file over its listing, the name of a step. */
function readLabel({ children, index, pieces }: Reading, unit: TextUnit): number {
  const [label, rule, ...rest] = unit.lines
  if (!label || !rule || !isRule(rule.text, 2) || /[|+]/.test(label.text)) return 0
  const text = label.text.trim()
  if (
    isRule(text) ||
    !/[A-Za-z]/.test(text) ||
    text.length > 60 ||
    /\S {2,}\S/.test(text) ||
    rest.some((line) => /^\s*\|/.test(line.text))
  )
    return 0
  if (Math.abs(rule.text.trim().length - text.length) > 12) return 0
  pieces.push({ kind: 'node', nodes: [boldLine(text)] })
  return rest.length > 0 ? readRest(children, index, { ...unit, lines: rest }) : 1
}

function boldLine(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: parseInline(text) }] }
}

/** Code pieces that only blank lines separate are one block; a comment or a short line between two pieces belongs to it. */
function mergeCode(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = []
  pieces.forEach((piece, index) => {
    const last = merged.at(-1)
    const next = pieces[index + 1]
    if (last?.kind === 'code' && isBlock(piece) && (piece.kind === 'code' || isPartOfCode(piece, last, next))) {
      merged[merged.length - 1] = { ...last, lines: withGap(last.lines, piece.lines) }
    } else {
      merged.push(piece)
    }
  })
  return merged
}

type BlockPiece = Extract<Piece, { lines: unknown }>

function isBlock(piece: Piece): piece is BlockPiece {
  return 'lines' in piece
}

function isPartOfCode(piece: BlockPiece, code: BlockPiece, next: Piece | undefined): boolean {
  const texts = piece.lines.map(({ text }) => text.trim())
  if (piece.depth < 3 && (piece.lines.length < 2 || !texts.every((text) => text.length < 60 && !/[.?!]$/.test(text))))
    return false
  if (marginOf(piece.lines) < marginOf(code.lines)) return false
  if (texts.every((text) => isCommentLine(text))) return true
  if (texts.some((text) => isProse(text) || isSentence(text) || /:$/.test(text))) return false
  return next?.kind === 'code' && marginOf(next.lines) === marginOf(piece.lines)
}

function marginOf(lines: readonly TextLine[]): number {
  return Math.min(...lines.filter(({ text }) => text !== '').map(({ indent }) => indent))
}

function withGap(above: readonly TextLine[], below: readonly TextLine[]): TextLine[] {
  const last = above.at(-1)?.number ?? 0
  const gap = (below[0]?.number ?? last + 1) - last - 1
  const blanks = Array.from({ length: Math.max(0, gap) }, (_, at) => ({
    text: '',
    indent: 0,
    number: last + 1 + at,
    extra: 0,
  }))
  return [...above, ...blanks, ...below]
}

function pieceToNodes(piece: Piece, { hand }: BodyContext): RootContent[] {
  switch (piece.kind) {
    case 'node':
      return piece.nodes
    case 'references':
      return referenceNodes(piece.references, piece.isItemText)
    case 'code':
      return [codeNode(piece.lines)]
    case 'quote':
      return quoteNodes(
        joinLines(
          piece.lines.filter(({ text }) => !isRule(text)),
          hand,
        ),
      )
    case 'lines':
    case 'prose':
      return paragraphNodes(
        joinLines(
          piece.lines.filter(({ text }) => !isRule(text)),
          hand,
        ),
      )
  }
}

function referenceNodes(references: readonly Reference[], isItemText: boolean): RootContent[] {
  const paragraphs = references.map(({ digits, title }): Paragraph => {
    const rest = title === '' ? [] : [{ type: 'text' as const, value: ' ' }, ...parseInline(title)]
    return { type: 'paragraph', children: mergeText([articleLink(digits), ...rest]) }
  })
  if (isItemText) return paragraphs
  const items = paragraphs.map(
    (paragraph): ListItem => ({ type: 'listItem', spread: false, checked: null, children: [paragraph] }),
  )
  return [{ type: 'list', ordered: false, start: null, spread: false, children: items }]
}

function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value }
    else merged.push(node)
  }
  return merged
}

function codeNode(lines: readonly TextLine[]): Code {
  const joined = joinLongPaths(lines)
  const value = dedentLines(joined)
    .split('\n')
    .map((line) => cleanTags(line).trimEnd())
    .join('\n')
  const lang = codeLanguage(joined.map(({ text }) => text))
  return { type: 'code', lang: lang ?? null, value }
}

/** A registry path or a command that is longer than a line was broken by the formatter at a blank or behind a `\`. */
function joinLongPaths(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = []
  let previous: TextLine | undefined
  for (const line of lines) {
    const open = joined.at(-1)
    const text = line.text.trim()
    const isContinued = open && previous && previous.text !== '' && text !== '' && startsLongPath([open.text.trim()])
    const goesOn =
      isContinued &&
      !startsLongPath([text]) &&
      (isSoftEnd(previous ?? line, line) || (text.startsWith('\\') && !/\s/.test(open.text.trim())))
    if (open && goesOn)
      joined[joined.length - 1] = {
        ...open,
        text: /\\$/.test(open.text) || text.startsWith('\\') ? open.text + text : `${open.text} ${text}`,
      }
    else joined.push(line)
    previous = line
  }
  return joined
}

function quoteNodes(lines: readonly string[]): RootContent[] {
  return paragraphNodes(lines).map((node): RootContent => {
    if (node.type !== 'paragraph') return node
    const quote: Blockquote = { type: 'blockquote', children: [node] }
    return quote
  })
}

function paragraphNodes(lines: readonly string[]): RootContent[] {
  const [only = ''] = lines
  const children = parseLines(lines)
  if (children.length === 0) return []
  if (lines.length === 1 && CAPITALS.test(only.trim()))
    return [{ type: 'paragraph', children: [{ type: 'strong', children }] }]
  return [{ type: 'paragraph', children }]
}

/** `TO OBTAIN THIS FILE` and its like: two to six words in capitals, alone between blank lines. */
const CAPITALS = /^[A-Z][A-Z'/-]+(?: [A-Z0-9'/-]+){1,5}$/

function tableNode(rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    align: (rows[0] ?? []).map(() => null),
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: parseInline(cell) })),
    })),
  }
}
