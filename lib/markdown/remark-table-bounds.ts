import type { Root } from 'mdast'
import { listNodes } from './list-nodes'

/** The most empty cells that rows may get to fill the width of their table. */
const MAX_EMPTY_CELLS = 20_000

/**
 * Limits the empty cells that fill short rows, since a wide head above many short rows would make millions. A table beyond
 * the limit keeps its short rows, and loses its alignment.
 */
export function remarkTableBounds() {
  return (tree: Root): void => {
    for (const table of listNodes(tree, 'table')) {
      const width = table.align?.length ?? 0
      const empty = table.children.reduce((sum, row) => sum + Math.max(width - row.children.length, 0), 0)
      if (empty > MAX_EMPTY_CELLS) table.align = null
    }
  }
}
