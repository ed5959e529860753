import { isBlank, type Piece, takeSimpleBlock } from './take-simple-block'

/** After indented code, lists and quotations begin by other rules. */
const CONTAINER_MARK = /^[-+*>\d]/
const MAY_BE_INDENTED_CODE = /\t| {4}/
/** These blocks may continue after a blank line. */
const MAY_CONTAIN_BLANKS = /```|~~~|<[!?]|<(?:script|pre|style|textarea)/i

/**
 * Splits a body into its leaf blocks in reading order, or into the blocks of its tree. The body must not define links or
 * footnotes.
 */
export function splitSimpleBlocks(body: string, isTree: boolean): Piece[] {
  const lines = body.split('\n')
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; ) {
    const { length } = pieces
    let end = isBlank(lines[at])
      ? at + 1
      : takeSimpleBlock({ lines, firstLine: 1, depth: 0, isTree, isQuoted: false, pieces }, at)
    if (end === undefined) {
      end = endOfHardLines(lines, at, isTree)
      // The pieces before the hard part of a block are read again with it.
      pieces.length = length
      pieces.push({ type: 'hard', text: lines.slice(at, end).join('\n'), line: at + 1 })
    }
    at = end
  }
  return pieces
}

/**
 * Finds the next line that begins a new block whatever comes before: one at the margin after a blank line. A block that may
 * contain blank lines extends to the end.
 */
function endOfHardLines(lines: readonly string[], at: number, isTree: boolean): number {
  // An item after an empty line belongs to the list before it.
  let hasIndent = isTree
  for (let end = at; end < lines.length; end++) {
    const line = lines[end] ?? ''
    const isAtMargin = end > at && isBlank(lines[end - 1]) && /^[^ \t]/.test(line)
    if (isAtMargin && !(hasIndent && CONTAINER_MARK.test(line))) return end
    if (MAY_CONTAIN_BLANKS.test(line)) return lines.length
    hasIndent ||= MAY_BE_INDENTED_CODE.test(line)
  }
  return lines.length
}
