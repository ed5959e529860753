import type { Element, ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { BlockContent, Heading, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { codeLanguage } from '@/lib/legacy-import/txt/code-patterns'
import { htmlToPhrasing, isDroppedElement } from './inline'
import { isNavigation } from './navigation'
import { tableToBlocks } from './tables'

/** A block of a page; raw HTML is never made. */
export type HtmlBlock = RootContent

/** Turns the elements of a page into blocks. Headings keep the level of their tag, 1 to 6. */
export function htmlToBlocks(nodes: readonly ElementContent[]): HtmlBlock[] {
  const blocks: HtmlBlock[] = []
  let run: ElementContent[] = []
  const closeRun = () => {
    blocks.push(...paragraphsOf(run))
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'element' && !isDroppedElement(node) && isBlockElement(node)) {
      closeRun()
      blocks.push(...blockOf(node))
    } else run.push(node)
  }
  closeRun()
  return blocks
}

/** Blocks as the children of an item or a quote, where a heading is a bold line. */
export function htmlToInnerBlocks(nodes: readonly ElementContent[]): BlockContent[] {
  return htmlToBlocks(nodes).flatMap((block): BlockContent[] => {
    if (block.type === 'heading')
      return [{ type: 'paragraph', children: [{ type: 'strong', children: block.children }] }]
    return isBlockContent(block) ? [block] : []
  })
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul xmp listing caption'.split(
    ' ',
  ),
)
const INLINE_BLOCKS = new Set([
  'span',
  'font',
  'b',
  'strong',
  'i',
  'em',
  'a',
  'small',
  'big',
  'u',
  'ins',
  'del',
  'label',
  'nobr',
])

/** An inline element that holds a block, as old pages wrote, is a block itself. */
function isBlockElement(node: Element): boolean {
  if (BLOCKS.has(node.tagName)) return true
  if (headingOfClass(node) !== undefined && hastText(node).trim() !== '') return true
  const isTransparent = INLINE_BLOCKS.has(node.tagName) || node.tagName.includes('-')
  return (
    isTransparent &&
    node.children.some((child) => child.type === 'element' && !isDroppedElement(child) && isBlockElement(child))
  )
}

function blockOf(node: Element): HtmlBlock[] {
  if (isNavigation(node)) return []
  const level = /^h([1-6])$/.exec(node.tagName)?.[1] ?? headingOfClass(node)
  if (level !== undefined) return headingBlocks(node, Number(level))
  switch (node.tagName) {
    case 'ul':
    case 'ol':
    case 'dir':
    case 'menu':
      return listBlocks(node)
    case 'table':
      return tableToBlocks(node)
    case 'pre':
    case 'xmp':
    case 'listing':
      return codeBlocks(node)
    case 'blockquote':
      return quoteBlocks(node)
    case 'dt':
      return htmlToBlocks(node.children).map((block) => (block.type === 'paragraph' ? boldParagraph(block) : block))
    case 'hr':
      return []
    default:
      return htmlToBlocks(node.children)
  }
}

/** `<span class="subTitle">`, `<div class="sbody-h3">`, `<h5 class="section-heading">`: a heading by its class. */
function headingOfClass(node: Element): string | undefined {
  const classes = Array.isArray(node.properties.className) ? node.properties.className.map(String) : []
  if (!['div', 'span', 'p', 'font', 'a', 'b'].includes(node.tagName)) return undefined
  for (const name of classes) {
    const level = /^(?:sbody-|kb-)?h([1-6])$/i.exec(name)?.[1]
    if (level) return level
    if (/^(?:sub-?title|section-?(?:heading|title)|heading)$/i.test(name)) return '2'
  }
  return undefined
}

function headingBlocks(node: Element, level: number): HtmlBlock[] {
  // A heading that holds blocks (a table, a list) is no heading; old tools marked whole pages so.
  if (node.children.some((child) => child.type === 'element' && ['table', 'ul', 'ol', 'p'].includes(child.tagName)))
    return htmlToBlocks(node.children)
  const children = htmlToPhrasing(node.children).map(
    (child): PhrasingContent => (child.type === 'break' ? { type: 'text', value: ' ' } : child),
  )
  // Bold inside a heading says nothing.
  const plain = children.flatMap((child) => (child.type === 'strong' ? child.children : [child]))
  const depth = level === 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : level === 4 ? 4 : level === 5 ? 5 : 6
  const heading: Heading = { type: 'heading', depth, children: plain }
  return plain.length === 0 ? [] : [heading]
}

/** Inline nodes between blocks are paragraphs; two breaks end one. */
function paragraphsOf(nodes: readonly ElementContent[]): Paragraph[] {
  const groups: ElementContent[][] = [[]]
  let breaks = 0
  for (const node of nodes) {
    const isBreak = node.type === 'element' && node.tagName === 'br'
    const isBlank = node.type === 'text' && node.value.trim() === ''
    if (isBreak) breaks++
    else if (!isBlank && node.type !== 'comment') {
      if (breaks > 1) groups.push([])
      breaks = 0
    }
    groups.at(-1)?.push(node)
  }
  return groups.flatMap((group): Paragraph[] => {
    const children = htmlToPhrasing(group)
    return children.length === 0 ? [] : [{ type: 'paragraph', children }]
  })
}

function listBlocks(node: Element): HtmlBlock[] {
  const items: ListItem[] = []
  for (const child of node.children) {
    if (child.type !== 'element' || isDroppedElement(child)) continue
    const children = child.tagName === 'li' ? htmlToInnerBlocks(child.children) : htmlToInnerBlocks([child])
    // A list right inside a list belongs to the item above it.
    const last = items.at(-1)
    if (child.tagName !== 'li' && last) last.children.push(...children)
    else if (children.length > 0) items.push({ type: 'listItem', spread: false, children })
  }
  // Text right inside a list is lost to no one.
  const loose = node.children.filter((child) => child.type === 'text' && child.value.trim() !== '')
  if (items.length === 0) return paragraphsOf(loose)
  const ordered = node.tagName === 'ol'
  const start = Number(node.properties.start ?? 1)
  const list: HtmlBlock = {
    type: 'list',
    ordered,
    ...(ordered && { start: Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1 }),
    spread: false,
    children: items,
  }
  return [...paragraphsOf(loose), list]
}

function codeBlocks(node: Element): HtmlBlock[] {
  const value = hastText(withoutDropped(node))
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/^\n+|\s+$/g, '')
  if (value === '') return []
  return [{ type: 'code', lang: codeLanguage(value.split('\n')) ?? null, value }]
}

function withoutDropped(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName === 'br') return [{ type: 'text', value: '\n' }]
    if (child.type === 'element') return isDroppedElement(child) ? [] : [withoutDropped(child)]
    return [child]
  })
  return { ...node, children }
}

function quoteBlocks(node: Element): HtmlBlock[] {
  const children = htmlToInnerBlocks(node.children)
  return children.length === 0 ? [] : [{ type: 'blockquote', children }]
}

function boldParagraph({ children }: Paragraph): Paragraph {
  const isPlain = children.every(({ type }) => type === 'text')
  return { type: 'paragraph', children: isPlain ? [{ type: 'strong', children }] : children }
}

/** Tells whether a block may stand in an item or a quotation. */
export function isBlockContent(block: HtmlBlock): block is Extract<HtmlBlock, BlockContent> {
  return ['paragraph', 'list', 'code', 'blockquote', 'table', 'thematicBreak'].includes(block.type)
}
