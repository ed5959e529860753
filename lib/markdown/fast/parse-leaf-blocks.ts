import type { Nodes, Root, RootContent } from 'mdast'
import { parseBlocks } from '@/lib/markdown/parse-blocks'
import type { HardLines } from './read-simple-block'
import { positionAt } from './read-simple-words'
import { splitSimpleBlocks } from './split-simple-blocks'

/** What the whole parser reads otherwise at the beginning of a text, or makes depend on all of it. */
const IS_READ_OTHERWISE = /[\0\r\uFEFF]/
/** A definition may stand anywhere, and tells what links and footnotes of the whole text are. */
const MAY_DEFINE = /^[ \t>+*\d.)-]*\[(?:[^[\]\\]|\\.)*\]:/ms
/** Stands before each piece that the whole parser reads: it ends every list and is part of none. */
const SEPARATOR = '#\n'
const BETWEEN = '\n\n'

/**
 * Parses a body to its leaf blocks in reading order, with the words, links and lines that the whole tree has. What is simple
 * is read at a twentieth of the cost; everything else goes to the parser that renders articles.
 */
export function parseLeafBlocks(body: string): Root {
  const mayDefine = body.includes(']:') && MAY_DEFINE.test(body)
  if (mayDefine || IS_READ_OTHERWISE.test(body)) return parseBlocks(body)
  const pieces = splitSimpleBlocks(body)
  const hard = pieces.filter((piece) => piece.type === 'hard')
  const parsed = parseHard(hard)
  if (parsed.size < hard.length) return parseBlocks(body)
  const children = pieces.flatMap((piece): RootContent[] =>
    piece.type === 'hard' ? (parsed.get(piece) ?? []) : [piece],
  )
  return { type: 'root', children }
}

/** The blocks of each piece, from one run of the parser, since its start costs as much as a paragraph. */
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
  // Not changed in place, since nodes that stand for raw HTML share it.
  if (position) node.position = positionAt(position.start.line + by)
  if ('children' in node) for (const child of node.children) moveLines(child, by)
}
