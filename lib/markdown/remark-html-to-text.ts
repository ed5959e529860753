import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Turns raw HTML into text with the same characters, so that `<servername>` stays visible and nothing is markup. Drops
 * comments, and replaces images by their alternative text, since no images are served.
 */
export function remarkHtmlToText() {
  return (tree: Root): void => {
    visit(tree, (parent) => {
      if (!('children' in parent)) return
      const children: readonly Nodes[] = parent.children
      if (!children.some(({ type }) => REPLACED.includes(type))) return
      const isBlock = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
      parent.children = children.flatMap((child) => replace(child, isBlock)) as never
    })
  }
}

const REPLACED: readonly string[] = ['html', 'image', 'imageReference'] satisfies Nodes['type'][]

function replace(node: Nodes, isBlock: boolean): Nodes[] {
  if (node.type === 'image' || node.type === 'imageReference')
    return [{ type: 'text', value: node.alt ?? '', position: node.position }]
  if (node.type !== 'html') return [node]
  if (isComment(node.value)) return []
  const text = { type: 'text', value: node.value, position: node.position } as const
  return [isBlock ? { type: 'paragraph', children: [text], position: node.position } : text]
}

/** True for a single comment: text between two comments must stay. */
function isComment(html: string): boolean {
  return html.startsWith('<!--') && html.trimEnd().length === html.indexOf('-->') + '-->'.length
}
