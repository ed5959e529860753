import type { Element, ElementContent, Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'

/** Elements of raw HTML that Markdown has no mark for. */
export const PHRASING_ELEMENTS = 'u ins sub kbd samp var abbr cite dfn q small mark'.split(' ')

/** A hundred lists in each other make two hundred levels. Beyond this, rendering could exhaust the stack. */
const MAX_DEPTH = 250

const PHRASING = new Set([
  ...['a', 'em', 'strong', 'del', 'code', 'span', 'sup', 'br', 'input', 'img', ...PHRASING_ELEMENTS],
])
/** Elements that hold text and phrasing elements only. */
const TEXTUAL = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary', ...PHRASING])

/**
 * Leaves in each element only what HTML allows there: no link in a link, nothing but phrases in a paragraph. Browsers would
 * move the rest elsewhere, and React would take the page for another. What is not allowed gives way to what is in it:
 * `<a>see <a>x</a></a>` becomes `<a>see x</a>`.
 */
export function rehypeNesting() {
  return (tree: Root): void => {
    for (const child of tree.children) if (child.type === 'element') tidy(child, 1, false)
  }
}

function tidy(parent: Element, depth: number, isInLink: boolean): void {
  const isLink = isInLink || parent.tagName === 'a'
  if (!parent.children.every((child) => isAllowed(child, parent, isLink))) {
    parent.children = parent.children.flatMap((child) => allow(child, parent, isLink))
  }
  for (const [at, child] of parent.children.entries()) {
    if (child.type !== 'element') continue
    if (depth < MAX_DEPTH) tidy(child, depth + 1, isLink)
    else parent.children[at] = { type: 'text', value: plainTextOf(child) }
  }
}

function allow(child: ElementContent, parent: Element, isInLink: boolean): ElementContent[] {
  if (child.type !== 'element' || isAllowed(child, parent, isInLink)) return [child]
  return child.children.flatMap((inner) => allow(inner, parent, isInLink))
}

function isAllowed(child: ElementContent, parent: Element, isInLink: boolean): boolean {
  if (child.type !== 'element') return true
  const isLinkInLink = isInLink && child.tagName === 'a'
  const isBlockInText = TEXTUAL.has(parent.tagName) && !PHRASING.has(child.tagName)
  return !isLinkInLink && !isBlockInText
}
