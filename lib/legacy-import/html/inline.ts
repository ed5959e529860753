import type { Element, ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { parseLegacyUrl } from '@/lib/kb/numbers/legacy-url'
import { pageTextToPhrasing } from '@/lib/legacy-import/page/inline'

/** Where relative addresses of a saved page led. */
const SITE = 'http://support.microsoft.com/'

/** Elements whose content is no text of the article. */
const DROPPED = new Set(
  'script style noscript template iframe object embed applet audio video canvas svg math head title link meta base input select button textarea option datalist map'.split(
    ' ',
  ),
)

/** Tells whether an element has nothing to say: programs, styles, controls. */
export function isDroppedElement(node: ElementContent): boolean {
  return node.type === 'element' ? DROPPED.has(node.tagName) : node.type !== 'text'
}

/** Turns inline HTML into phrasing. White space is collapsed as a browser does; `<br>` becomes a hard break. */
export function htmlToPhrasing(nodes: readonly ElementContent[]): PhrasingContent[] {
  return tidyPhrasing(nodes.flatMap(toPhrasing))
}

/** Joins texts, takes blanks away around breaks and at the ends, and turns addresses in text into links. */
export function tidyPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: (last.value + node.value).replace(/\s+/g, ' ') }
    else merged.push(node)
  }
  const trimmed = merged.map((node, index): PhrasingContent => {
    if (node.type !== 'text') return node
    let { value } = node
    if (index === 0 || merged[index - 1]?.type === 'break') value = value.trimStart()
    if (index === merged.length - 1 || merged[index + 1]?.type === 'break') value = value.trimEnd()
    return { type: 'text', value }
  })
  const spelled = withoutRepeatedAddress(trimmed).flatMap((node) =>
    node.type === 'text' ? pageTextToPhrasing(node.value) : [node],
  )
  return trimBreaks(spelled)
}

/** Cuts phrasing at its hard breaks. */
export function splitAtBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'break') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines
}

/** Gives the address of a link inside the site or out of it, or `undefined` for a script, data or a place in the page. */
export function resolveHref(href: string): string | undefined {
  const plain = href.replace(/[\u0000-\u0020]/g, '')
  if (plain === '' || plain.startsWith('#') || !URL.canParse(plain, SITE)) return undefined
  const { protocol } = new URL(plain, SITE)
  if (!['http:', 'https:', 'ftp:', 'mailto:'].includes(protocol)) return undefined
  const isRelative = !/^[a-z][a-z0-9+.-]*:/i.test(plain)
  const number = protocol === 'mailto:' ? undefined : parseLegacyUrl(new URL(plain, SITE).href)
  if (number !== undefined) return `/kb/${number}`
  // Where a relative address led is not known: the page may have been saved from a mirror.
  return isRelative ? undefined : plain
}

function toPhrasing(node: ElementContent): PhrasingContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/[\s\u00a0]+/g, ' ') }]
  if (node.type !== 'element' || isDroppedElement(node)) return []
  switch (node.tagName) {
    case 'br':
      return [{ type: 'break' }]
    case 'img':
      return imageText(node)
    case 'a':
      return linkToPhrasing(node)
    case 'b':
    case 'strong':
      return wrap('strong', node)
    case 'i':
    case 'em':
    case 'var':
    case 'cite':
      return wrap('emphasis', node)
    case 'code':
    case 'kbd':
    case 'tt':
    case 'samp':
      return codeToPhrasing(node)
    default:
      return node.children.flatMap(toPhrasing)
  }
}

/** Pictures are not in the dump; what they show is in their text. Bullets and arrows say nothing. */
function imageText(node: Element): PhrasingContent[] {
  const alt = typeof node.properties.alt === 'string' ? node.properties.alt.trim() : ''
  return alt === '' || /^[•·*-]$|^(?:bullet|spacer|collapse this|expand this)/i.test(alt)
    ? []
    : [{ type: 'text', value: ` ${alt} ` }]
}

function linkToPhrasing(node: Element): PhrasingContent[] {
  const inner = node.children.flatMap(toPhrasing)
  const url = typeof node.properties.href === 'string' ? resolveHref(node.properties.href) : undefined
  if (url === undefined || textOf({ type: 'paragraph', children: inner }).trim() === '') return inner
  // A link cannot hold a link or a break.
  const children = inner.flatMap((child) =>
    child.type === 'link' ? child.children : child.type === 'break' ? [{ type: 'text' as const, value: ' ' }] : [child],
  )
  return aroundBlanks(children, (content) => ({ type: 'link', url, children: content }))
}

function wrap(type: 'strong' | 'emphasis', node: Element): PhrasingContent[] {
  const inner = node.children.flatMap(toPhrasing)
  // Emphasis over several lines, or around code, is left out: Markdown has no sure way to write it.
  if (inner.some((child) => child.type === 'break' || child.type === type)) return inner
  return aroundBlanks(inner, (content) => ({ type, children: content }))
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

function codeToPhrasing(node: Element): PhrasingContent[] {
  const value = hastText(node).replace(/[\s\u00a0]+/g, ' ')
  if (value.trim() === '') return [{ type: 'text', value }]
  if (node.children.some((child) => child.type === 'element' && (child.tagName === 'br' || child.tagName === 'a')))
    return node.children.flatMap(toPhrasing)
  return aroundBlanks([{ type: 'text', value }], () => ({ type: 'inlineCode', value: value.trim() }))
}

/** Pages print the address of each link behind it for the printer: `937052 (http://support.microsoft.com/kb/937052/)`. */
function withoutRepeatedAddress(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (!node) continue
    const link = kept.at(-1)
    if (link?.type === 'link' && node.type === 'text') {
      const rest = withoutAddress(node.value, link.url)
      if (rest !== undefined) {
        if (rest !== '') kept.push({ type: 'text', value: rest })
        continue
      }
      const second = nodes[index + 1]
      const close = nodes[index + 2]
      // `(`, a link to the same place, `)`.
      if (
        /^\s*\(\s*$/.test(node.value) &&
        second?.type === 'link' &&
        second.url === link.url &&
        close?.type === 'text' &&
        /^\s*\)/.test(close.value)
      ) {
        const tail = close.value.replace(/^\s*\)(?: +(?=[.,;]))?/, '')
        if (tail !== '') kept.push({ type: 'text', value: tail })
        index += 2
        continue
      }
    }
    kept.push(node)
  }
  return kept
}

function withoutAddress(text: string, url: string): string | undefined {
  const match = /^\s*\(\s*((?:https?|ftp):\/\/[^\s()]+)\s*\)(?: +(?=[.,;]))?/.exec(text)
  return match?.[1] !== undefined && resolveHref(match[1])?.replace(/\/$/, '') === url.replace(/\/$/, '')
    ? text.slice(match[0].length)
    : undefined
}

function trimBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  for (const node of nodes) {
    if (node.type === 'text' && node.value === '') continue
    if (node.type === 'break' && (kept.length === 0 || kept.at(-1)?.type === 'break')) continue
    kept.push(node)
  }
  while (kept.at(-1)?.type === 'break') kept.pop()
  return kept
}
