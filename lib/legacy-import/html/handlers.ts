import type { Element } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { Heading, List, ListItem, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { isBlockContent } from '@/lib/legacy-import/shared/block-content'
import { blocksOf, boldParagraph, type Handle, innerBlocks, levelOfClass, type State } from './flow'
import { resolveHref } from './links'
import { tableToBlocks } from './tables'

/** What old support pages mean by their elements, where that differs from what rehype-remark makes of them. */
export const HANDLERS: Record<string, Handle> = {
  ...each('h1 h2 h3 h4 h5 h6', (state, node) => headingBlocks(state, node, Number(node.tagName.slice(1)))),
  ...each('div p', (state, node) => headingByClass(state, node) ?? blocksOf(state, node)),
  ...each('dl dd li', blocksOf),
  dt: (state, node) =>
    blocksOf(state, node).map((block) => (block.type === 'paragraph' ? boldParagraph(block) : block)),
  ...each('ul ol dir menu', listBlocks),
  blockquote(state, node) {
    const children = innerBlocks(blocksOf(state, node))
    return children.length === 0 ? [] : { type: 'blockquote', children }
  },
  table: tableToBlocks,
  ...each('span font', (state, node) => headingByClass(state, node) ?? state.all(node)),
  ...each('b strong', (state, node) => headingByClass(state, node) ?? emphasize(state, node, 'strong')),
  ...each('i em var cite', (state, node) => emphasize(state, node, 'emphasis')),
  ...each('code kbd tt samp', inlineCode),
  a: (state, node) => headingByClass(state, node) ?? link(state, node),
  img: imageText,
}

function each(names: string, handle: Handle): Record<string, Handle> {
  return Object.fromEntries(names.split(' ').map((name) => [name, handle]))
}

function headingByClass(state: State, node: Element): RootContent[] | undefined {
  const level = levelOfClass(node)
  return level === undefined || hastText(node).trim() === '' ? undefined : headingBlocks(state, node, level)
}

const DEPTHS: readonly Heading['depth'][] = [1, 2, 3, 4, 5, 6]

/** A heading that holds several blocks is no heading: old tools marked whole pages so. */
function headingBlocks(state: State, node: Element, level: number): RootContent[] {
  const blocks = blocksOf(state, node)
  const [only] = blocks
  if (blocks.length !== 1 || only?.type !== 'paragraph') return blocks
  return [{ type: 'heading', depth: DEPTHS[level - 1] ?? 6, children: only.children }]
}

function listBlocks(state: State, node: Element): RootContent[] {
  const items: ListItem[] = []
  const loose: RootContent[] = []
  for (const child of node.children) {
    const children = innerBlocks(blocksOf(state, { ...node, children: [child] }))
    const last = items.at(-1)
    if (child.type !== 'element') loose.push(...children)
    // A list right inside a list belongs to the item above it.
    else if (child.tagName !== 'li' && last) last.children.push(...children)
    else if (children.length > 0) items.push({ type: 'listItem', spread: false, children })
  }
  if (items.length === 0) return loose
  const ordered = node.tagName === 'ol'
  const start = Number(node.properties.start ?? 1)
  const list: List = {
    type: 'list',
    ordered,
    ...(ordered && { start: Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1 }),
    spread: false,
    children: items,
  }
  return [...loose, list]
}

/** Emphasis over several lines, or around blocks, is left out: Markdown has no sure way to write it. */
function emphasize(state: State, node: Element, type: 'strong' | 'emphasis'): RootContent[] {
  const inner = state.all(node)
  const isPlain = inner.every((child) => isPhrasing(child) && child.type !== 'break' && child.type !== type)
  return isPlain ? aroundBlanks(inner.filter(isPhrasing), (children) => ({ type, children })) : inner
}

function inlineCode(state: State, node: Element): RootContent[] {
  const value = hastText(node).replace(/[\s\u00a0]+/g, ' ')
  const inner = state.all(node)
  const isPlain = inner.every((child) => isPhrasing(child) && child.type !== 'break' && child.type !== 'link')
  if (value.trim() === '' || !isPlain) return inner
  return aroundBlanks([{ type: 'text', value }], () => ({ type: 'inlineCode', value: value.trim() }))
}

function link(state: State, node: Element): RootContent[] {
  const inner = state.all(node)
  const url = typeof node.properties.href === 'string' ? resolveHref(node.properties.href) : undefined
  if (url === undefined || hastText(node).trim() === '' || !inner.every(isPhrasing)) return inner
  // A link cannot hold a link or a break.
  const children = inner
    .filter(isPhrasing)
    .flatMap((child) =>
      child.type === 'link'
        ? child.children
        : child.type === 'break'
          ? [{ type: 'text' as const, value: ' ' }]
          : [child],
    )
  return aroundBlanks(children, (content) => ({ type: 'link', url, children: content }))
}

/** Pictures are not in the dump; what they show is in their text. Bullets and arrows say nothing. */
function imageText(_state: State, node: Element): RootContent[] {
  const alt = typeof node.properties.alt === 'string' ? node.properties.alt.trim() : ''
  return alt === '' || /^[•·*-]$|^(?:bullet|spacer|collapse this|expand this)/i.test(alt)
    ? []
    : [{ type: 'text', value: ` ${alt} ` }]
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return node.type !== 'heading' && !isBlockContent(node)
}

/** Blanks at the edges stand outside: `**Note **text` would not be bold. */
function aroundBlanks(
  children: PhrasingContent[],
  build: (children: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const whole = textOf({ type: 'paragraph', children })
  if (whole.trim() === '') return children
  const before = /^\s/.test(whole) ? [{ type: 'text' as const, value: ' ' }] : []
  const after = /\s$/.test(whole) ? [{ type: 'text' as const, value: ' ' }] : []
  const content = children.map((child, index): PhrasingContent => {
    if (child.type !== 'text') return child
    let { value } = child
    if (index === 0) value = value.trimStart()
    if (index === children.length - 1) value = value.trimEnd()
    return { type: 'text', value }
  })
  return [...before, build(content.filter((child) => child.type !== 'text' || child.value !== '')), ...after]
}
