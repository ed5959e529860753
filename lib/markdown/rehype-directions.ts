import type { Nodes, Root } from 'hast'
import { walkElements } from './list-nodes'

const BLOCKS = new Set(['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dd', 'dt', 'blockquote'])
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/** Lets blocks with Arabic, Hebrew or the like stand at the side on which their script begins. */
export function rehypeDirections() {
  return (tree: Root): void => {
    if (!isRightToLeft(tree)) return
    walkElements(tree, (element) => {
      if (BLOCKS.has(element.tagName) && isRightToLeft(element)) element.properties.dir = 'auto'
    })
  }
}

function isRightToLeft(node: Nodes): boolean {
  if (node.type === 'text') return RIGHT_TO_LEFT.test(node.value)
  return 'children' in node && node.children.some(isRightToLeft)
}
