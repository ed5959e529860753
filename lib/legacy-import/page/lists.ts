import type { PageBlock, PageItem } from './block'
import { endsSentence } from './headings'
import type { PageLine } from './line'
import { markerNumber, type ParseItem } from './rows'

const BULLET = /^(?:[•▪◦○]\s*|[·*–-]\s+)(?=\S)/
const NUMBER = /^(\d{1,3}|[a-z])[.)]\s+(?=\S)/
/** A marker that stands alone; its text is on the next line. */
const BARE_MARKER = /^(?:•|·|▪|\d{1,3}[.)])$/

interface Item {
  readonly indent: number
  readonly ordered: boolean
  readonly number: number
  readonly lines: PageLine[]
}

/** Tells whether `text` begins with the marker of an item; `- or -` is a word between two items. */
export function hasMarker(text: string): boolean {
  return (BULLET.test(text) || BARE_MARKER.test(text)) && !/^- ?(?:or|and) ?-$/i.test(text)
}

/** Tells whether an ordered list may begin with `text`: with its first number. */
export function hasFirstNumber(text: string): boolean {
  return /^(?:1|a)[.)]\s+\S|^1[.)]$/.test(text)
}

/** Reads the list of marked lines that begins at `start` (shapes B, D and G); sub-lists are told by their indent. */
export function readMarkedList(
  lines: readonly PageLine[],
  start: number,
  parseItem: ParseItem,
): { blocks: PageBlock[]; next: number } | undefined {
  const first = lines[start]
  if (first?.kind !== 'text' || !(hasMarker(first.text) || NUMBER.test(first.text) || BARE_MARKER.test(first.text)))
    return undefined
  const items: Item[] = []
  let index = start
  for (; index < lines.length; index++) {
    const line = lines[index]
    if (line?.kind === 'blank') {
      if (goesOnAfterBlank(lines, index, items)) continue
      break
    }
    if (line?.kind !== 'text') break
    const marked = readMarker(line, items)
    if (marked) items.push(marked)
    else if (isContinuation(lines, index, items)) items.at(-1)?.lines.push(line)
    else break
  }
  return { blocks: buildLists(items, 0, items.length, parseItem), next: index }
}

function readMarker(line: PageLine, items: readonly Item[]): Item | undefined {
  const { text, indent } = line
  const number = NUMBER.exec(text) ?? /^(\d{1,3})[.)]$/.exec(text)
  if (number) {
    const value = markerNumber(number[1] ?? '')
    const siblings = items.filter((item) => item.ordered)
    // The first item may go on with the numbers of a list above.
    const goesOn = items.length === 0 || siblings.some((item) => value === item.number + 1)
    if (!goesOn && value !== 1) return undefined
    return { indent, ordered: true, number: value, lines: rest(line, number[0].length) }
  }
  const bullet = hasMarker(text) ? (BULLET.exec(text) ?? BARE_MARKER.exec(text)) : null
  return bullet ? { indent, ordered: false, number: 1, lines: rest(line, bullet[0].length) } : undefined
}

function rest(line: PageLine, length: number): PageLine[] {
  const text = line.text.slice(length).trim()
  return text === '' ? [] : [{ ...line, text, indent: 0 }]
}

function isContinuation(lines: readonly PageLine[], index: number, items: readonly Item[]): boolean {
  const line = lines[index]
  const item = items.at(-1)
  if (!line || !item) return false
  const last = item.lines.at(-1)?.text
  if (last === undefined) return true
  if (line.text.startsWith('|')) return false
  if (line.indent >= item.indent + 2) return true
  if (lines[index - 1]?.kind === 'blank') return false
  if (/^(?:Notes?|Important|Warning|Caution|Tip)\b/.test(line.text)) return false
  // What a step says to type or to click stands on a line of its own.
  if (last.endsWith(':'))
    return line.text.length < 80 && !/[.:]$/.test(line.text) && !/^(?:The|This|When|If|You|For) /.test(line.text)
  if (/^[a-z(]/.test(line.text)) return true
  // Below an indented marker a line at the margin is the next paragraph.
  if (endsSentence(last) || item.indent > line.indent) return false
  // Wrapped text breaks where the line is full, or behind a word that cannot end a phrase.
  return (
    last.length >= 55 || /\b(?:the|an?|and|or|of|to|in|on|for|by|with|from|that|is|are|Microsoft|Exchange)$/.test(last)
  )
}

function goesOnAfterBlank(lines: readonly PageLine[], index: number, items: readonly Item[]): boolean {
  let at = index
  while (lines[at]?.kind === 'blank') at++
  const next = lines[at]
  const item = items.at(-1)
  if (next?.kind !== 'text' || !item) return false
  return readMarker(next, items) !== undefined || next.indent >= item.indent + 2
}

function buildLists(items: readonly Item[], from: number, to: number, parseItem: ParseItem): PageBlock[] {
  const lists: { ordered: boolean; start: number; items: PageItem[] }[] = []
  let index = from
  while (index < to) {
    const item = items[index]
    if (!item) break
    let end = index + 1
    while (end < to && isInside(items[end], item)) end++
    const blocks = [...parseItem(item.lines), ...buildLists(items, index + 1, end, parseItem)]
    const last = lists.at(-1)
    if (last && last.ordered === item.ordered && (!item.ordered || item.number === last.start + last.items.length))
      last.items.push({ blocks })
    else lists.push({ ordered: item.ordered, start: item.number, items: [{ blocks }] })
    index = end
  }
  return lists.map((list) => ({ type: 'list', ...list }))
}

/** Deeper by its indent; where indents are lost, a letter or a bullet behind a number belongs to that step. */
function isInside(item: Item | undefined, parent: Item): boolean {
  if (!item) return false
  if (item.indent >= parent.indent + 2) return true
  return item.indent === parent.indent && parent.ordered && !item.ordered
}
