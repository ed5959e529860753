import type { Nodes, Root } from 'mdast'
import { mayHide, showHidden, showHiddenInProse } from '@/lib/kb/articles/visible-text'

/** Shows characters without a shape: all of them in headings and code, and in prose those that could disguise it. */
export function remarkVisibleText() {
  return (tree: Root): void => showIn(tree, showHiddenInProse)
}

function showIn(node: Nodes, show: (text: string) => string): void {
  if (node.type === 'code' || node.type === 'inlineCode') node.value = showHidden(node.value)
  else if (node.type === 'text') node.value = show(node.value)
  if ('alt' in node && node.alt && mayHide(node.alt)) node.alt = showHidden(node.alt)
  if ('title' in node && node.title && mayHide(node.title)) node.title = showHidden(node.title)
  if (!('children' in node)) return
  const showBelow = node.type === 'heading' ? showHidden : show
  for (const child of node.children) showIn(child, showBelow)
}
