import type { BlockContent, ListItem, Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast'
import { parseKbNumber } from '@/lib/kb/numbers/kb-number'
import type { PageBlock } from './block'
import { articleLink, pageTextToPhrasing } from './inline'

/** Writes the blocks of a page as the nodes of a Markdown tree. */
export function pageBlocksToMdast(blocks: readonly PageBlock[]): RootContent[] {
  return blocks.map(toNode)
}

function toNode(block: PageBlock): BlockContent {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', depth: block.depth, children: pageTextToPhrasing(block.text) }
    case 'paragraph':
      return paragraph(pageTextToPhrasing(block.text))
    case 'reference':
      return paragraph(referenceToPhrasing(block.number, block.title))
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        ...(block.ordered && { start: block.start }),
        spread: false,
        children: block.items.map(({ blocks }) => toItem(blocks)),
      }
    case 'table':
      return { type: 'table', children: toRows(block.rows) }
    case 'code':
      return { type: 'code', lang: block.language ?? null, value: block.value }
    case 'separator':
      return paragraph([{ type: 'emphasis', children: [{ type: 'text', value: block.text }] }])
  }
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

function referenceToPhrasing(digits: string, title: string): PhrasingContent[] {
  const number = parseKbNumber(digits)
  const rest: PhrasingContent[] = title === '' ? [] : [{ type: 'text', value: ` ${title}` }]
  return [number === undefined ? { type: 'text', value: digits } : articleLink(number), ...rest]
}

function toItem(blocks: readonly PageBlock[]): ListItem {
  return { type: 'listItem', spread: false, children: blocks.map(toNode) }
}

function toRows(rows: readonly (readonly string[])[]): TableRow[] {
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, column) => ({
      type: 'tableCell',
      children: pageTextToPhrasing(row[column] ?? ''),
    })),
  }))
}
