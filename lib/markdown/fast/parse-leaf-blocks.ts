import type { Nodes, Root, RootContent } from 'mdast'
import { isKnownTag } from '@/lib/markdown/html/html-tags'
import { parseBlocks } from '@/lib/markdown/parse-blocks'
import { positionAt } from './parse-simple-words'
import { splitSimpleBlocks } from './split-simple-blocks'
import type { HardLines } from './take-simple-block'

/** Constructs whose meaning depends on the start of the document or on the rest of it. */
const DEPENDS_ON_DOCUMENT = /[\0\r\uFEFF]/
/** A tag at the beginning of a line may enclose the blocks below it. */
const MAY_ENCLOSE = /^[ \t>+*\d.)-]*<\/?([a-z][a-z\d]*)/gim
/** A definition anywhere changes links and footnotes of the whole document. */
const MAY_DEFINE = /^[ \t>+*\d.)-]*\[(?:[^[\]\\]|\\.)*\]:/ms
/** An empty heading before each hard piece ends any list and belongs to no piece. */
const SEPARATOR = '#\n'
const BETWEEN = '\n\n'

/**
 * Parses a body to its leaf blocks in reading order, with the same words, links and lines as the whole tree. Simple blocks are
 * read at a twentieth of the cost; everything else goes to the parser that renders articles.
 */
export function parseLeafBlocks(body: string): Root {
  const mayDefine = body.includes(']:') && MAY_DEFINE.test(body)
  if (mayDefine || DEPENDS_ON_DOCUMENT.test(body) || mayEnclose(body)) return parseBlocks(body)
  const pieces = splitSimpleBlocks(body)
  const hard = pieces.filter((piece) => piece.type === 'hard')
  const parsed = parseHard(hard)
  if (parsed.size < hard.length) return parseBlocks(body)
  const children = pieces.flatMap((piece): RootContent[] =>
    piece.type === 'hard' ? (parsed.get(piece) ?? []) : [piece],
  )
  return { type: 'root', children }
}

function mayEnclose(body: string): boolean {
  if (!body.includes('<')) return false
  for (const [, name = ''] of body.matchAll(MAY_ENCLOSE)) if (isKnownTag(name.toLowerCase())) return true
  return false
}

/** Parses all hard pieces in one run, since starting the parser costs as much as a paragraph. */
function parseHard(pieces: readonly HardLines[]): Map<HardLines, RootContent[]> {
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
  for (const node of parseBlocks(text).children) {
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
  if (position) node.position = positionAt(position.start.line + by)
  if ('children' in node) for (const child of node.children) moveLines(child, by)
}
