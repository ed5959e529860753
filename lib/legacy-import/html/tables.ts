import type { Element, ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { List, ListItem, PhrasingContent, TableRow } from 'mdast'
import { markerNumber } from '@/lib/legacy-import/page/rows'
import { type HtmlBlock, htmlToBlocks, htmlToInnerBlocks } from './blocks'
import { htmlToPhrasing } from './inline'

/**
 * Turns a table into what it is: a list, where its first cells are bullets or numbers; its cells one after the other,
 * where it only lays the page out; else a table, the first row its header.
 */
export function tableToBlocks(table: Element): HtmlBlock[] {
  const rows = rowsOf(table)
  const filled = rows.filter((cells) => cells.some(hasContent))
  if (filled.length === 0) return captionOf(table)
  const list = readListRows(filled)
  if (list) return [...captionOf(table), ...list]
  if (isLayout(table, filled))
    return [...captionOf(table), ...filled.flat().flatMap((cell) => htmlToBlocks(cell.children))]
  const width = Math.max(...filled.map((cells) => cells.reduce((sum, cell) => sum + spanOf(cell), 0)))
  return [...captionOf(table), { type: 'table', children: filled.map((cells) => toRow(cells, width)) }]
}

function captionOf(table: Element): HtmlBlock[] {
  return table.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'caption' ? htmlToBlocks(child.children) : [],
  )
}

/** The cells of each row; text that the parser left outside of rows is moved out of the table by the parser itself. */
function rowsOf(node: Element): Element[][] {
  return node.children.flatMap((child): Element[][] => {
    if (child.type !== 'element') return []
    if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) return rowsOf(child)
    if (child.tagName !== 'tr') return []
    return [child.children.filter((cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName))]
  })
}

function hasContent(cell: Element): boolean {
  return hastText(cell).trim() !== '' || contains(cell, ['img'])
}

const BULLET = /^[•·▪◦*-]$/
const NUMBER = /^(?:\d{1,3}|[a-z])[.)]$/i

function readListRows(rows: readonly Element[][]): List[] | undefined {
  const isList = rows.every((cells) => {
    if (cells.length !== 2 || !cells[0] || !cells[1]) return false
    const marker = hastText(cells[0]).trim()
    // A bullet may be a picture; an empty cell stands for one only where a picture was.
    return BULLET.test(marker) || NUMBER.test(marker) || (marker === '' && contains(cells[0], ['img']))
  })
  if (!isList) return undefined
  const lists: List[] = []
  for (const [first, second] of rows) {
    if (!first || !second) continue
    const marker = hastText(first).trim()
    const ordered = NUMBER.test(marker)
    const number = ordered ? markerNumber(marker) : 1
    const item: ListItem = { type: 'listItem', spread: false, children: htmlToInnerBlocks(second.children) }
    if (item.children.length === 0) continue
    const last = lists.at(-1)
    if (last && last.ordered === ordered && (!ordered || number === (last.start ?? 1) + last.children.length))
      last.children.push(item)
    else lists.push({ type: 'list', ordered, ...(ordered && { start: number }), spread: false, children: [item] })
  }
  return lists
}

/** One column, one row, or cells that hold what a cell of Markdown cannot: lists, tables, code, headings. */
function isLayout(table: Element, rows: readonly Element[][]): boolean {
  if (table.properties.role === 'presentation') return true
  if (rows.every((cells) => cells.filter(hasContent).length <= 1)) return true
  return contains(table, ['table', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
}

function contains(node: Element, names: readonly string[]): boolean {
  return node.children.some(
    (child: ElementContent) => child.type === 'element' && (names.includes(child.tagName) || contains(child, names)),
  )
}

function spanOf(cell: Element): number {
  const span = Number(cell.properties.colSpan ?? 1)
  return Number.isInteger(span) && span > 0 && span <= 100 ? span : 1
}

function toRow(cells: readonly Element[], width: number): TableRow {
  const filled = cells.flatMap((cell) => [
    cellContent(cell),
    ...Array.from({ length: spanOf(cell) - 1 }, (): PhrasingContent[] => []),
  ])
  return {
    type: 'tableRow',
    children: Array.from({ length: width }, (_, column) => ({ type: 'tableCell', children: filled[column] ?? [] })),
  }
}

/** A cell is one line: paragraphs and breaks in it become blanks. */
function cellContent(cell: Element): PhrasingContent[] {
  const spaced = cell.children.flatMap((child): ElementContent[] =>
    child.type === 'element' && ['p', 'div'].includes(child.tagName)
      ? [{ type: 'text', value: ' ' }, child, { type: 'text', value: ' ' }]
      : [child],
  )
  const isHeader = cell.tagName === 'th'
  return htmlToPhrasing(spaced).flatMap((child): PhrasingContent[] => {
    if (child.type === 'break') return [{ type: 'text', value: ' ' }]
    // A header is bold by itself.
    return child.type === 'strong' && isHeader ? child.children : [child]
  })
}
