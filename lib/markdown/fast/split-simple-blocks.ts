import { isBlank, type Piece, readSimpleBlock } from './read-simple-block'

/** Behind indented code, lists and quotations do not begin as they do elsewhere. */
const CONTAINER_MARK = /^[-+*>\d]/
const MAY_BE_INDENTED_CODE = /\t| {4}/
/** What begins so may go on behind a blank line. */
const GOES_ON_BEHIND_BLANKS = /```|~~~|<[!?]|<(?:script|pre|style|textarea)/i

/**
 * Splits a body into its leaf blocks in reading order. Lists and quotations are not kept, since no fact depends on them.
 * The body must not define links or footnotes.
 */
export function splitSimpleBlocks(body: string): Piece[] {
  const lines = body.split('\n')
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; ) {
    const { length } = pieces
    let end = isBlank(lines[at]) ? at + 1 : readSimpleBlock({ lines, firstLine: 1, depth: 0, pieces }, at)
    if (end === undefined) {
      end = endOfHardLines(lines, at)
      // What was read of a block before its hard part is read again with it.
      pieces.length = length
      pieces.push({ type: 'hard', text: lines.slice(at, end).join('\n'), line: at + 1 })
    }
    at = end
  }
  return pieces
}

/**
 * The next line at which the whole parser would begin a new block, whatever stands before it: one at the margin behind a
 * blank line. Where a block may go on behind blank lines, there is none.
 */
function endOfHardLines(lines: readonly string[], at: number): number {
  let hasIndent = false
  for (let end = at; end < lines.length; end++) {
    const line = lines[end] ?? ''
    const isAtMargin = end > at && isBlank(lines[end - 1]) && /^[^ \t]/.test(line)
    if (isAtMargin && !(hasIndent && CONTAINER_MARK.test(line))) return end
    if (GOES_ON_BEHIND_BLANKS.test(line)) return lines.length
    hasIndent ||= MAY_BE_INDENTED_CODE.test(line)
  }
  return lines.length
}
