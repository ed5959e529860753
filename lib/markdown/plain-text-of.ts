import type { Nodes } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'

/** Gives the words of a node; a hard break parts words as a blank does. */
export function plainTextOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('children' in node) return node.children.map(plainTextOf).join('')
  return wordsOf(node)
}
