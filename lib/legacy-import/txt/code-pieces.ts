import type { Code } from 'mdast'
import { codeLanguage, isCommentLine, isProse, isSentence } from '@/lib/legacy-import/shared/code-patterns'
import { cleanTags } from '@/lib/legacy-import/shared/text-artefacts'
import { dedentLines, gapBetween, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { startsLongPath } from './classify-block'
import type { BlockPiece, Piece } from './pieces'
import { isSoftEnd } from './wrapping'

/**
 * Merges code that only blank lines separate into one block; a comment or a short line between two pieces of code
 * belongs to it.
 */
export function mergeCode(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = []
  let open: OpenCode | undefined
  pieces.forEach((piece, index) => {
    if (open && isBlock(piece) && (piece.kind === 'code' || isPartOfCode(piece, open, pieces[index + 1]))) {
      open.lines.push(...gapBetween(open.lines, piece.lines), ...piece.lines)
      open.margin = Math.min(open.margin, marginOf(piece.lines))
    } else if (piece.kind === 'code') {
      open = { ...piece, lines: [...piece.lines], margin: marginOf(piece.lines) }
      merged.push(open)
    } else {
      open = undefined
      merged.push(piece)
    }
  })
  return merged
}

interface OpenCode extends BlockPiece {
  readonly lines: TextLine[]
  margin: number
}

/** Makes a block of code: the smallest indent goes, everything else stays. */
export function codeNode(lines: readonly TextLine[]): Code {
  const joined = joinLongPaths(lines)
  // The formatter broke `[ASCII 235]` at its blank, too (Q177429).
  const value = dedentLines(joined)
    .replace(/\[ASCII\n *(\d{2,3}\])/g, '[ASCII $1\n')
    .split('\n')
    .map((line) => cleanTags(line).trimEnd())
  return { type: 'code', lang: codeLanguage(joined.map(({ text }) => text)) ?? null, value: value.join('\n') }
}

function isBlock(piece: Piece): piece is BlockPiece {
  return 'lines' in piece
}

function isPartOfCode(piece: BlockPiece, code: OpenCode, next: Piece | undefined): boolean {
  const texts = piece.lines.map(({ text }) => text.trim())
  const isShort = texts.every((text) => text.length < 60 && !/[.?!]$/.test(text))
  if (piece.depth < 3 && (texts.length < 2 || !isShort)) return false
  if (marginOf(piece.lines) < code.margin) return false
  if (texts.every((text) => isCommentLine(text))) return true
  if (texts.some((text) => isProse(text) || isSentence(text) || /:$/.test(text))) return false
  return next?.kind === 'code' && marginOf(next.lines) === marginOf(piece.lines)
}

function marginOf(lines: readonly TextLine[]): number {
  return Math.min(...lines.filter(({ text }) => text !== '').map(({ indent }) => indent))
}

/** A registry path or a command that is longer than a line was broken by the formatter at a blank or behind a `\`. */
function joinLongPaths(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = []
  let previous: TextLine | undefined
  for (const line of lines) {
    const open = joined.at(-1)
    if (open && previous && continuesPath(open, previous, line)) {
      const text = line.text.trim()
      const glue = open.text.endsWith('\\') || text.startsWith('\\') ? '' : ' '
      joined[joined.length - 1] = { ...open, text: `${open.text}${glue}${text}` }
    } else {
      joined.push(line)
    }
    previous = line
  }
  return joined
}

function continuesPath(open: TextLine, previous: TextLine, line: TextLine): boolean {
  const text = line.text.trim()
  if (previous.text === '' || text === '' || !startsLongPath([open.text.trim()]) || startsLongPath([text])) return false
  return isSoftEnd(previous, line) || (text.startsWith('\\') && !/\s/.test(open.text.trim()))
}
