import type { Element, Root, RootContent } from 'hast'

/** Wraps each second-level heading and what follows in a section; content before the first heading gets one as well. */
export function rehypeArticleSections() {
  return (tree: Root): void => {
    const sections: Element[] = []
    for (const node of tree.children) {
      // GFM footnotes have a section already.
      if (node.type === 'element' && node.tagName === 'section') {
        sections.push(node)
        continue
      }
      const isHeading = node.type === 'element' && node.tagName === 'h2'
      if (isHeading || (sections.length === 0 && !isBlank(node))) {
        sections.push({ type: 'element', tagName: 'section', properties: {}, children: [] })
      }
      if (node.type !== 'doctype') sections.at(-1)?.children.push(node)
    }
    tree.children = sections
  }
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}
