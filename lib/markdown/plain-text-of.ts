import type { Nodes } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'

/** Gives the text of a node, with a space for each hard break. */
export function plainTextOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('children' in node) return node.children.map(plainTextOf).join('')
  return wordsOf(node)
}
