import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Raw HTML becomes the same characters as text: `<servername>` stays visible and nothing is markup.
 * A comment is an author's note to authors and is dropped.
 */
export function remarkHtmlToText() {
  return (tree: Root): void => {
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined) return
      const text = { type: 'text', value: node.value } as const
      const isComment = /^<!--[\s\S]*-->$/.test(node.value)
      const isBlock = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem'
      const replacement: Nodes[] = isComment ? [] : isBlock ? [{ type: 'paragraph', children: [text] }] : [text]
      parent.children.splice(index, 1, ...(replacement as never[]))
      return index + replacement.length
    })
  }
}
