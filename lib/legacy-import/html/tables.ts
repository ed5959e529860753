import type { Element } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { List, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast'
import { markerNumber } from '@/lib/legacy-import/page/rows'
import { blocksOf, innerBlocks, type State, withoutBold } from './flow'

interface Cell {
  readonly element: Element
  readonly blocks: readonly RootContent[]
}

/**
 * Turns a table into what it is: a list, where its first cells are bullets or numbers; its cells one after the other,
 * where it only lays the page out; else a table, the first row its header.
 */
export function tableToBlocks(state: State, table: Element): RootContent[] {
  const rows = rowsOf(table)
    .map((cells) => cells.map((element): Cell => ({ element, blocks: blocksOf(state, element) })))
    .filter((cells) => cells.some(hasContent))
  const caption = table.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'caption' ? blocksOf(state, child) : [],
  )
  const content = isLayout(table, rows) ? rows.flat().flatMap(({ blocks }) => blocks) : [toTable(rows)]
  return [...caption, ...(listsOf(rows) ?? content)]
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

function hasContent({ blocks }: Cell): boolean {
  return blocks.length > 0
}

const BULLET = /^[•·▪◦*-]$/
const NUMBER = /^(?:\d{1,3}|[a-z])[.)]$/i

function listsOf(rows: readonly (readonly Cell[])[]): List[] | undefined {
  const lists: List[] = []
  for (const [first, second, more] of rows) {
    if (!first || !second || more) return undefined
    const marker = hastText(first.element).trim()
    const ordered = NUMBER.test(marker)
    // A bullet may be a picture; an empty cell stands for one only where a picture was.
    if (!ordered && !BULLET.test(marker) && (marker !== '' || !hasPicture(first.element))) return undefined
    const number = ordered ? markerNumber(marker) : 1
    const item: ListItem = { type: 'listItem', spread: false, children: innerBlocks(second.blocks) }
    if (item.children.length === 0) continue
    const last = lists.at(-1)
    if (last && last.ordered === ordered && (!ordered || number === (last.start ?? 1) + last.children.length))
      last.children.push(item)
    else lists.push({ type: 'list', ordered, ...(ordered && { start: number }), spread: false, children: [item] })
  }
  return lists
}

function hasPicture(node: Element): boolean {
  return node.children.some((child) => child.type === 'element' && (child.tagName === 'img' || hasPicture(child)))
}

/** One column, one row, or cells that hold what a cell of Markdown cannot: lists, tables, code, headings. */
function isLayout(table: Element, rows: readonly (readonly Cell[])[]): boolean {
  if (table.properties.role === 'presentation') return true
  if (rows.every((cells) => cells.filter(hasContent).length <= 1)) return true
  return rows.flat().some(({ blocks }) => blocks.some(({ type }) => type !== 'paragraph'))
}

function toTable(rows: readonly (readonly Cell[])[]): RootContent {
  const width = Math.max(...rows.map((cells) => cells.reduce((sum, cell) => sum + spanOf(cell), 0)))
  return { type: 'table', children: rows.map((cells) => toRow(cells, width)) }
}

function spanOf({ element }: Cell): number {
  const span = Number(element.properties.colSpan ?? 1)
  return Number.isInteger(span) && span > 0 && span <= 100 ? span : 1
}

function toRow(cells: readonly Cell[], width: number): TableRow {
  const filled = cells.flatMap((cell) => [
    oneLine(cell),
    ...Array.from({ length: spanOf(cell) - 1 }, (): PhrasingContent[] => []),
  ])
  return {
    type: 'tableRow',
    children: Array.from({ length: width }, (_, column) => ({ type: 'tableCell', children: filled[column] ?? [] })),
  }
}

/** A cell is one line: its paragraphs stand behind each other, with a blank between. */
function oneLine({ element, blocks }: Cell): PhrasingContent[] {
  const line = blocks.flatMap((block, index): PhrasingContent[] => {
    if (block.type !== 'paragraph') return []
    return index === 0 ? block.children : [{ type: 'text', value: ' ' }, ...block.children]
  })
  return element.tagName === 'th' ? withoutBold(line) : line
}
