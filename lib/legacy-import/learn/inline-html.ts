import type { PhrasingContent } from 'mdast'

/** The tags that have a meaning here; any other one is text, such as `<servername>`. */
const KNOWN =
  /^<(\/?)(br|b|strong|i|em|a|sup|sub|kbd|code|tt|ul|ol|li|p|span|div|mark|u|font|small|big|blockquote|summary|details|center)(?![\w:.-])([^<>]*)>$/i
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

interface Frame {
  readonly tag: string
  readonly attributes: string
  readonly children: PhrasingContent[]
}

/** Turns the HTML among inline nodes into Markdown. In a cell, where no line can end, a break is a blank. */
export function foldInlineHtml(nodes: readonly PhrasingContent[], isCell: boolean): PhrasingContent[] {
  const frames: Frame[] = [{ tag: '', attributes: '', children: [] }]
  const add = (...children: readonly PhrasingContent[]) => frames.at(-1)?.children.push(...children)
  const close = () => {
    const frame = frames.pop()
    if (frame) add(...wrap(frame))
  }
  for (const node of nodes) {
    if (node.type !== 'html') {
      add('children' in node ? ({ ...node, children: foldInlineHtml(node.children, isCell) } as PhrasingContent) : node)
      continue
    }
    const [, slash = '', name = '', attributes = ''] = KNOWN.exec(node.value) ?? []
    const tag = name.toLowerCase()
    if (/^<!--/.test(node.value)) continue
    if (tag === '') add({ type: 'text', value: node.value })
    else if (tag === 'br') add(isCell ? blank : { type: 'break' })
    else if (tag === 'li') add(isCell ? { type: 'text', value: slash ? ' ' : ' • ' } : { type: 'break' })
    else if (!WRAPS.has(tag)) add(blank)
    else if (slash === '') frames.push({ tag, attributes, children: [] })
    else {
      const index = frames.findLastIndex((frame) => frame.tag === tag)
      while (index > 0 && frames.length > index) close()
    }
  }
  while (frames.length > 1) {
    const frame = frames.pop()
    // What nobody closed marks nothing.
    if (frame) add(...frame.children)
  }
  return tidy(frames[0]?.children ?? [])
}

const WRAPS = new Set([
  'b',
  'strong',
  'i',
  'em',
  'a',
  'sup',
  'sub',
  'kbd',
  'code',
  'tt',
  'span',
  'mark',
  'u',
  'font',
  'small',
  'big',
])
const blank: PhrasingContent = { type: 'text', value: ' ' }

function wrap({ tag, attributes, children }: Frame): PhrasingContent[] {
  if (tag === 'b' || tag === 'strong') return trimmed(children, (inner) => ({ type: 'strong', children: inner }))
  if (tag === 'i' || tag === 'em') return trimmed(children, (inner) => ({ type: 'emphasis', children: inner }))
  if (tag === 'a') {
    const url = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
      .exec(attributes)
      ?.slice(1)
      .find((value) => value !== undefined)
    const inner = children.filter(({ type }) => type !== 'link')
    return url && children.length === inner.length
      ? [{ type: 'link', url: url.replaceAll('&amp;', '&'), children: children as never }]
      : children
  }
  if (tag === 'sup')
    return children.map((child) => (child.type === 'text' ? { ...child, value: raise(child.value) } : child))
  if (tag === 'code' || tag === 'tt') {
    const isText = children.every(({ type }) => type === 'text')
    return isText
      ? [{ type: 'inlineCode', value: children.map((child) => ('value' in child ? child.value : '')).join('') }]
      : children
  }
  return children
}

/** Blanks at the edge of emphasis stand outside of it. */
function trimmed(
  children: PhrasingContent[],
  toNode: (inner: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const [first, last] = [children[0], children.at(-1)]
  const before = first?.type === 'text' ? (/^\s*/.exec(first.value)?.[0] ?? '') : ''
  if (first?.type === 'text') first.value = first.value.slice(before.length)
  const after = last?.type === 'text' ? (/\s*$/.exec(last.value)?.[0] ?? '') : ''
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length)
  const inner = children.filter((child) => child.type !== 'text' || child.value !== '')
  const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }])
  return [...text(before), ...(inner.length > 0 ? [toNode(inner)] : []), ...text(after)]
}

function raise(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit) : text
}

/** Joins texts, and takes away a line end beside a break. */
function tidy(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value }
    else if (node.type === 'text' && last?.type === 'break') joined.push({ ...node, value: node.value.trimStart() })
    else {
      if (node.type === 'break' && last?.type === 'text')
        joined[joined.length - 1] = { ...last, value: last.value.trimEnd() }
      joined.push(node)
    }
  }
  const filled = joined.filter((node) => node.type !== 'text' || node.value !== '')
  while (filled.at(-1)?.type === 'break') filled.pop()
  while (filled[0]?.type === 'break') filled.shift()
  return filled
}
