import type { Nodes } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import { isPhrasing } from './html/html-nodes'

const HOLD_BLOCKS: readonly string[] = ['list', 'listItem', 'blockquote', 'htmlBlock', 'table', 'tableRow']

/** Gives the text of a node, with a space for each hard break and between blocks. */
export function plainTextOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (!('children' in node)) return wordsOf(node)
  const holdsBlocks = HOLD_BLOCKS.includes(node.type) || (node.type === 'tableCell' && !node.children.every(isPhrasing))
  return node.children.map(plainTextOf).join(holdsBlocks ? ' ' : '')
}
