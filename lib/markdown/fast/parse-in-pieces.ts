import type { Nodes, Root, RootContent } from 'mdast'
import { splitSimpleBlocks } from './split-simple-blocks'
import type { HardLines, Piece } from './take-simple-block'

/** Constructs whose meaning depends on the start of the document or on the rest of it. */
const DEPENDS_ON_DOCUMENT = /[\0\r\uFEFF]/
/** A definition anywhere changes links and footnotes of the whole document. */
const MAY_DEFINE = /^[ \t>+*\d.)-]*\[(?:[^[\]\\]|\\.)*\]:/ms
/** An empty heading before each hard piece ends any list and belongs to no piece. */
const SEPARATOR = '#\n'
const BETWEEN = '\n\n'

type Parse = (text: string) => Root

/**
 * Parses a body to the tree that `parse` gives, or with `isTree` false to the leaf blocks of that tree in reading order. Simple
 * blocks are read at a twentieth of the cost; everything else goes to `parse`. Of positions only the first lines are right.
 */
export function parseInPieces(body: string, { parse, isTree }: { parse: Parse; isTree: boolean }): Root {
  if ((body.includes(']:') && MAY_DEFINE.test(body)) || DEPENDS_ON_DOCUMENT.test(body)) return parse(body)
  const pieces = splitSimpleBlocks(body, isTree)
  const hard = listHard(pieces)
  const parsed = parseHard(hard, parse)
  if (parsed.size < hard.length) return parse(body)
  return { type: 'root', children: fill(pieces, parsed) }
}

function listHard(pieces: readonly (Piece | Nodes)[]): HardLines[] {
  return pieces.flatMap((piece) => {
    if (piece.type === 'hard') return [piece]
    return piece.type === 'list' || piece.type === 'listItem' || piece.type === 'blockquote'
      ? listHard(piece.children)
      : []
  })
}

/** Puts what the parser read into the places of the hard lines. */
function fill(pieces: readonly (Piece | Nodes)[], parsed: ReadonlyMap<HardLines, RootContent[]>): RootContent[] {
  return pieces.flatMap((piece): RootContent[] => {
    if (piece.type === 'hard') return parsed.get(piece) ?? []
    if (piece.type === 'list' || piece.type === 'listItem' || piece.type === 'blockquote')
      piece.children = fill(piece.children, parsed) as never
    return [piece as RootContent]
  })
}

/** Parses all hard pieces in one run, since starting the parser costs as much as a paragraph. */
function parseHard(pieces: readonly HardLines[], parse: Parse): Map<HardLines, RootContent[]> {
  const parsed = new Map<HardLines, RootContent[]>()
  if (pieces.length === 0) return parsed
  const starts = new Map<number, HardLines>()
  let line = 1
  for (const piece of pieces) {
    starts.set(line, piece)
    line += countLines(SEPARATOR + piece.text + BETWEEN)
  }
  const text = pieces.map((piece) => SEPARATOR + piece.text).join(BETWEEN)
  let [blocks, movedBy]: [RootContent[], number] = [[], 0]
  for (const node of parse(text).children) {
    const start = node.position?.start.line ?? 0
    const piece = starts.get(start)
    if (piece) {
      blocks = []
      movedBy = piece.line - (start + 1)
      parsed.set(piece, blocks)
    } else {
      moveLines(node, movedBy)
      blocks.push(node)
    }
  }
  return parsed
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

function moveLines(node: Nodes, by: number): void {
  const { position } = node
  // A new object, since nodes made from raw HTML share their position.
  if (position) node.position = { ...position, start: { ...position.start, line: position.start.line + by } }
  if ('children' in node) for (const child of node.children) moveLines(child, by)
}
