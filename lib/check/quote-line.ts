import type { SnippetPart } from '@/lib/kb/search/search-query'

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

/** Gives the same line with the match marked. */
export function quoteMarked(text: string, start: number, end: number): SnippetPart[] {
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const lineStart = before.lastIndexOf('\n')
  const lineEnd = after.indexOf('\n')
  const parts = [
    { text: `${lineStart === -1 && start > REACH ? '…' : ''}${before.slice(lineStart + 1)}`, isMatch: false },
    { text: text.slice(start, end), isMatch: true },
    {
      text: lineEnd === -1 ? `${after}${end + REACH < text.length ? '…' : ''}` : after.slice(0, lineEnd),
      isMatch: false,
    },
  ]
  return parts
    .map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') }))
    .filter(({ text: kept }) => kept !== '')
}
