import type { TextLine } from '@/lib/legacy-import/shared/text-line'
import { continuesSentence, isSoftEnd, joinLines } from './wrapping'

/** The marker at the start of a list item. */
export interface ListMarker {
  readonly style: 'bullet' | 'number' | 'letter'
  /** The number of the item; letters count from 1; 0 for a bullet. */
  readonly value: number
  /** What an item must share with the one before to be of the same list. */
  readonly key: string
  /** The column of the container in which the list stands. */
  readonly column: number
  /** The column at which the text of the item stands. */
  readonly textColumn: number
  /** How many characters of the line the marker takes. */
  readonly length: number
}

/** Tells whether a line is `-or-`, `-and-`, `- or -` or the like: a word between alternatives, never an item. */
export function isAlternative(text: string): boolean {
  return ALTERNATIVE.test(text)
}

/** Gives the marker that the formatter wrote at the start of a line: only certain columns count. */
export function regularMarker({ text }: TextLine): ListMarker | undefined {
  const bullet = /^( *)-(?: +|$)/.exec(text)
  if (bullet && !isAlternative(text)) {
    const column = (bullet[1] ?? '').length - 1
    if (column % 3 !== 0 || column > 12 || /^ *- +-/.test(text)) return undefined
    return {
      style: 'bullet',
      value: 0,
      key: `bullet${column}`,
      column,
      textColumn: column + 3,
      length: bullet[0].length,
    }
  }
  const ordered = /^( *)(?:(\d{1,3})|([a-z]))\.(?: +|$)/.exec(text)
  if (!ordered) return undefined
  const column = (ordered[1] ?? '').length
  if (column % 3 !== 0 || column > 12) return undefined
  const style = ordered[2] === undefined ? 'letter' : 'number'
  const value = ordered[2] === undefined ? (ordered[3] ?? 'a').charCodeAt(0) - 96 : Number(ordered[2])
  if (style === 'letter' && column === 0 && value > 8) return undefined
  return { style, value, key: style + column, column, textColumn: column + 3, length: ordered[0].length }
}

/**
 * Finds the items of lists that were typed by hand: `- ` at column 0, `* `, `o `, `·`, `a) `, `1) `, `(1) `, and
 * numbers at odd columns. At least two must follow each other with nothing further left between them, after ends that
 * the author typed. `* ` further right is a comment in FoxPro or C, `(c)` a copyright, `(800)` a telephone number.
 */
export function findLooseMarkers(lines: readonly TextLine[]): Map<number, ListMarker> {
  const found = new Map<number, ListMarker>()
  let open: { readonly marker: ListMarker; readonly index: number; used: boolean }[] = []
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    const isContinued =
      above !== undefined && above.text !== '' && (isSoftEnd(above, line) || continuesSentence(above, line))
    if (line.text === '' || isAlternative(line.text) || isContinued) return
    const marker = startsFreely(lines, index) ? looseMarker(line) : undefined
    const previous = marker && open.findLast(({ marker: { key } }) => key === marker.key)
    const follows = previous && (marker.style === 'bullet' || marker.value === previous.marker.value + 1)
    if (marker && follows) {
      found.set(previous.index, previous.marker)
      found.set(index, marker)
    }
    const depth = marker ? marker.column : line.indent
    open = open.filter(
      (entry) => entry.marker.column < depth || (marker === undefined && entry.marker.column < line.indent),
    )
    if (marker) open.push({ marker, index, used: follows !== undefined })
  })
  return found
}

const ALTERNATIVE = /^\s*(?:-{1,2} ?(?:or|and|and ?\/ ?or) ?-{0,2}|(?:or|and\/or))\s*:?$/i
const HAND_BULLET = /^( *)(-|\*|o|\u00b7|\u2022|\u00a7)( +|(?<=[\u00b7\u2022]))(?=\S)/
const HAND_NUMBER = /^( *)(?:\((\d{1,2}|[a-z])\)|(\d{1,2}|[a-z])\)|(\d{1,2})\.)( +)(?=\S)/

function looseMarker({ text }: TextLine): ListMarker | undefined {
  const bullet = HAND_BULLET.exec(text)
  if (bullet) {
    const column = (bullet[1] ?? '').length
    const sign = bullet[2] ?? ''
    const isMarker =
      sign === '-' ? column !== 1 && column <= 12 : sign === '*' || sign === 'o' ? column < 3 : column <= 9
    if (!isMarker || isAlternative(text) || /^ *[-*] +[-*=|]/.test(text)) return undefined
    if (sign === '-' && column >= 3 && !/^ *- +["'(<]?[A-Z][\w'"-]* /.test(text)) return undefined
    return {
      style: 'bullet',
      value: 0,
      key: `loose${sign}${column}`,
      column,
      textColumn: bullet[0].length,
      length: bullet[0].length,
    }
  }
  const number = HAND_NUMBER.exec(text)
  if (!number) return undefined
  const label = number[2] ?? number[3] ?? number[4] ?? ''
  const column = (number[1] ?? '').length
  const style = /\d/.test(label) ? 'number' : 'letter'
  const form = number[2] !== undefined ? '()' : number[3] !== undefined ? ')' : '.'
  const value = style === 'number' ? Number(label) : label.charCodeAt(0) - 96
  const textColumn = number[0].length
  return { style, value, key: `loose${form}${style}${column}`, column, textColumn, length: textColumn }
}

/** A marker counts only where the text before is at an end: `... on Windows` / `95. It does not` is prose. */
export function startsFreely(lines: readonly TextLine[], index: number): boolean {
  const line = lines[index]
  const previous = lines[index - 1]
  if (!line || !previous || previous.text === '') return true
  if (isSoftEnd(previous, line, lines[index + 1]?.text === '')) return false
  if (regularMarker(previous) || looseMarker(previous)) return true
  return !continuesByHand(lines, index)
}

/** In a block that was wrapped by hand, `version` / `3.0. The` is prose too: the end before it is greedy. */
function continuesByHand(lines: readonly TextLine[], index: number): boolean {
  const pair = [lines[index - 2], lines[index - 1], lines[index]].filter(
    (line) => line !== undefined && line.text !== '',
  )
  const block = pair.flatMap((line) => (line ? [line] : []))
  return block.length === 3 && joinLines(block).length === 1
}
