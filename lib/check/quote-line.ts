/** How much of a line a quote holds on each side of what was found. */
const REACH = 80

/** Gives the line around a match, without its blanks; of a long line the part around the match. */
export function quoteLine(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - REACH), index)
  const after = text.slice(index + length, index + length + REACH)
  const lineStart = before.lastIndexOf('\n')
  const lineEnd = after.indexOf('\n')
  const isCutBefore = lineStart === -1 && index > REACH
  const isCutAfter = lineEnd === -1 && index + length + REACH < text.length
  const line =
    before.slice(lineStart + 1) + text.slice(index, index + length) + after.slice(0, lineEnd < 0 ? REACH : lineEnd)
  return `${isCutBefore ? '…' : ''}${line.replace(/\s+/g, ' ').trim()}${isCutAfter ? '…' : ''}`
}
