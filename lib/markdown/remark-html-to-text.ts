import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Turns raw HTML into text with the same characters, so that `<servername>` stays visible and nothing is markup. Drops
 * comments, and replaces an image by reference by the image.
 */
export function remarkHtmlToText() {
  return (tree: Root): void => {
    const definitions = new Map<string, string>()
    visit(tree, 'definition', ({ identifier, url }) => {
      if (!definitions.has(identifier)) definitions.set(identifier, url)
    })
    visit(tree, (parent) => {
      if (!('children' in parent)) return
      const children: readonly Nodes[] = parent.children
      if (!children.some(({ type }) => REPLACED.includes(type))) return
      const isBlock = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
      parent.children = children.flatMap((child) => replace(child, isBlock, definitions)) as never
    })
  }
}

const REPLACED: readonly string[] = ['html', 'imageReference'] satisfies Nodes['type'][]

function replace(node: Nodes, isBlock: boolean, definitions: ReadonlyMap<string, string>): Nodes[] {
  if (node.type === 'imageReference') {
    const url = definitions.get(node.identifier)
    return url === undefined
      ? [{ type: 'text', value: node.alt ?? '', position: node.position }]
      : [{ type: 'image', url, alt: node.alt, position: node.position }]
  }
  if (node.type !== 'html') return [node]
  if (isComment(node.value)) return []
  const text = { type: 'text', value: node.value, position: node.position } as const
  return [isBlock ? { type: 'paragraph', children: [text], position: node.position } : text]
}

/** True for a single comment: text between two comments must stay. */
function isComment(html: string): boolean {
  return html.startsWith('<!--') && html.trimEnd().length === html.indexOf('-->') + '-->'.length
}
