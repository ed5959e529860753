import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { mayHide, showHidden, showHiddenInProse } from '@/lib/kb/articles/visible-text'

/** Shows characters without a shape: all of them in headings and code, and in prose those that could disguise it. */
export function remarkVisibleText() {
  return (tree: Root): void => showIn(tree, showHiddenInProse)
}

function showIn(tree: Nodes, show: (text: string) => string): void {
  visit(tree, (node) => {
    if (node.type === 'heading' && show !== showHidden) {
      showIn(node, showHidden)
      return 'skip'
    }
    if (node.type === 'code' || node.type === 'inlineCode') node.value = showHidden(node.value)
    else if (node.type === 'text') node.value = show(node.value)
    if ('alt' in node && node.alt && mayHide(node.alt)) node.alt = showHidden(node.alt)
    if ('title' in node && node.title && mayHide(node.title)) node.title = showHidden(node.title)
    return undefined
  })
}
