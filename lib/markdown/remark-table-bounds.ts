import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** A table may have this many cells that its text does not write. */
const MAX_EMPTY_CELLS = 20_000

/**
 * Short rows get empty cells up to the width of the table, so that a wide head above many short rows would make millions.
 * Such a table keeps its rows as they are, and loses its alignment.
 */
export function remarkTableBounds() {
  return (tree: Root): void => {
    visit(tree, 'table', (table) => {
      const width = table.align?.length ?? 0
      const empty = table.children.reduce((sum, row) => sum + Math.max(width - row.children.length, 0), 0)
      if (empty > MAX_EMPTY_CELLS) table.align = null
    })
  }
}
