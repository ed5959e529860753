import type { Element, ElementContent, Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/**
 * A bullet list whose items are all a link to an article, with or without its title behind it, becomes a list of
 * references: each item one link with the number and the title apart.
 */
export function rehypeReferenceLists() {
  return (tree: Root): void => {
    visit(tree, 'element', (list) => {
      if (list.tagName !== 'ul') return
      const items = list.children.filter((child) => child.type === 'element')
      const references = items.map(readReference)
      if (items.length === 0 || references.some((reference) => reference === undefined)) return
      list.properties.dataList = 'references'
      items.forEach((item, index) => {
        const reference = references[index]
        if (reference) item.children = [toLink(reference)]
      })
    })
  }
}

interface Reference {
  readonly link: Element
  readonly title: ElementContent[]
}

/** The item's link and the nodes of its title, when the item holds nothing else. */
function readReference(item: Element): Reference | undefined {
  const blocks = item.children.filter((child) => !isBlank(child))
  const [only] = blocks
  const content = blocks.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : blocks
  const [link, ...rest] = content.filter((child, index) => index > 0 || !isBlank(child))
  if (link?.type !== 'element' || link.properties.dataKb === undefined) return undefined
  if (!rest.every((node) => node.type === 'text' || isPlainElement(node))) return undefined
  const words = plainTextOf(link)
  if (/^(?:kb|q)?\s?\d+$/i.test(words)) return { link, title: withoutLeadingSeparator(rest) }
  return rest.every(isBlank) ? { link, title: link.children } : undefined
}

function toLink({ link, title }: Reference): Element {
  const number: Element = {
    type: 'element',
    tagName: 'span',
    properties: { dataPart: 'number' },
    children: [{ type: 'text', value: `KB${link.properties.dataKb}` }],
  }
  if (title.length === 0) return { ...link, children: [number] }
  const words: Element = { type: 'element', tagName: 'span', properties: { dataPart: 'title' }, children: title }
  return { ...link, children: [number, { type: 'text', value: ' ' }, words] }
}

/** The `: ` of `Q170365: INFO: …` belongs to neither number nor title. */
function withoutLeadingSeparator(nodes: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = nodes
  if (first?.type !== 'text') return [...nodes]
  const value = first.value.replace(/^[\s:–-]+/, '')
  return value === '' ? others : [{ ...first, value }, ...others]
}

function isPlainElement(node: ElementContent): boolean {
  return node.type === 'element' && ['em', 'strong', 'code', 'del'].includes(node.tagName)
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}
