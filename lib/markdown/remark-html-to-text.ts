import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Raw HTML becomes the same characters as text: `<servername>` stays visible and nothing is markup.
 * A comment is an author's note to authors and is dropped. An image becomes its alternative text, since none is served.
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

/** True for one comment and nothing else: what stands between two comments is text. */
function isComment(html: string): boolean {
  return html.startsWith('<!--') && html.trimEnd().length === html.indexOf('-->') + '-->'.length
}
