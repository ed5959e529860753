import type { Element, Nodes, Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'

/** The lines of a screen, and the characters of a line, of a desktop and of a phone. */
const SCREENS = { desktop: { lines: 30, characters: 72 }, phone: { lines: 28, characters: 42 } } as const
/** The lines that the space around a block takes. */
const GAP = 0.6
const BLOCKS = new Set(['p', 'li', 'tr', 'dt', 'dd', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Estimates how many screens a body takes, so that the server can decide what helps to get around in it. */
export function estimateScreens(tree: Root, screen: keyof typeof SCREENS): number {
  const { lines, characters } = SCREENS[screen]
  return countLines(tree, characters) / lines
}

function countLines(node: Nodes, characters: number): number {
  if (node.type === 'element' && node.tagName === 'pre') return plainTextOf(node).split('\n').length + GAP
  const inside = 'children' in node ? node.children : []
  if (node.type === 'element' && BLOCKS.has(node.tagName) && !inside.some(isBlock)) {
    return Math.max(1, Math.ceil(plainTextOf(node).length / characters)) + GAP
  }
  return inside.reduce((sum, child) => sum + countLines(child, characters), 0)
}

function isBlock(node: Nodes): node is Element {
  return node.type === 'element' && (BLOCKS.has(node.tagName) || ['ul', 'ol', 'pre', 'table'].includes(node.tagName))
}
