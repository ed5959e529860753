import type { Element, ElementContent, Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import { parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { numberPrefix } from '@/lib/kb/numbers/number-prefix'
import { walkElements } from './list-nodes'

/**
 * Turns a bullet list or a paragraph into a list of references if each item or line is a link to an article, with or without
 * the title after it. Number and title become separate parts of one link.
 */
export function rehypeReferenceLists() {
  return (tree: Root): void => {
    walkElements(tree, (element) => {
      if (element.tagName === 'ul') {
        const items = element.children.filter((child) => child.type === 'element')
        const references = items.map((item) => toReference(contentOf(item)))
        if (references.every((reference) => reference !== undefined)) fillList(element, references)
      } else if (element.tagName === 'p') {
        const references = splitLines(element.children).map(toReference)
        if (references.every((reference) => reference !== undefined && !isSentence(reference))) {
          fillList(
            element,
            references.filter((reference) => reference !== undefined),
          )
        }
      }
    })
  }
}

interface Reference {
  readonly link: Element
  readonly title: ElementContent[]
}

function fillList(element: Element, references: readonly Reference[]): void {
  if (references.length === 0) return
  element.tagName = 'ul'
  element.properties = { dataList: 'references' }
  element.children = references.map(
    (reference): Element => ({ type: 'element', tagName: 'li', properties: {}, children: [toLink(reference)] }),
  )
}

/** Gives the content of an item, without the paragraph around it. */
function contentOf(item: Element): ElementContent[] {
  const blocks = item.children.filter((child) => !isBlank(child))
  const [only] = blocks
  return blocks.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : item.children
}

/** Gives the link and its title, or `undefined` for content with anything else. */
function toReference(content: readonly ElementContent[]): Reference | undefined {
  const [link, ...rest] = content.slice(content.findIndex((child) => !isBlank(child)))
  if (link?.type !== 'element' || link.properties.dataKb === undefined) return undefined
  if (!rest.every((node) => node.type === 'text' || isPlainElement(node))) return undefined
  const words = plainTextOf(link)
  if (parseKbNumber(words) === undefined) return rest.every(isBlank) ? { link, title: link.children } : undefined
  const title = withoutLeadingSeparator(rest)
  // "KB941421 replaces this update" is a sentence that begins with a number.
  return /^\p{Ll}/u.test(textOf(title)) ? undefined : { link, title }
}

function isSentence({ title }: Reference): boolean {
  return /[.:;,]\s*$/.test(textOf(title))
}

function splitLines(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return lines
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => plainTextOf(node))
    .join('')
    .trim()
}

function toLink({ link, title }: Reference): Element {
  // An article without a number is called by its title alone.
  if (link.properties.dataKb === '') return link
  const number: Element = {
    type: 'element',
    tagName: 'span',
    properties: { dataPart: 'number' },
    children: [{ type: 'text', value: `${numberPrefix()}${link.properties.dataKb}` }],
  }
  if (title.length === 0) return { ...link, children: [number] }
  const words: Element = { type: 'element', tagName: 'span', properties: { dataPart: 'title' }, children: title }
  // A tooltip would repeat the words.
  const { title: tooltip, ...rest } = link.properties
  const properties = tooltip === textOf(title) ? rest : link.properties
  return { ...link, properties, children: [number, { type: 'text', value: ' ' }, words] }
}

/** Removes the `: ` of `Q170365: INFO: …`. */
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
