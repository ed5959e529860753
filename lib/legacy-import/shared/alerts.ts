import type { BlockContent, Blockquote, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { isBlockContent } from './block-content'

/** `NOTE: The server needs ...`, and the bare word on a line of its own, as dumps print them. */
export const DUMP_LABEL = /^(NOTE|WARNING|IMPORTANT|CAUTION|TIP)(?:(?<=IMPORTANT) NOTE)?S?(?: *:(?:\s+|$)| *$)/i
/** `Note The server needs ...`, `Note: ...` and the bare word, as pages print them. */
export const PAGE_LABEL =
  /^(NOTE|Note|WARNING|Warning|IMPORTANT|Important|CAUTION|Caution|TIP|Tip)[Ss]?(?:: ?|$| (?=["“'(]?[A-Z0-9]))/

/** The marker of an alert as the first line of a quotation. */
export const ALERT_MARKER = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\n|$)/

/**
 * Turns paragraphs that start with a label into alerts, also in lists. A label that stands alone takes in the block after
 * it; a text that ends in a colon takes in what it announces.
 */
export function attachAlerts(blocks: readonly RootContent[], label: RegExp): RootContent[] {
  const attached: RootContent[] = []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block) continue
    const alert = parseAlert(block, label)
    const next = blocks[index + 1]
    const taken = alert && next && isBlockContent(next) && takes(alert, next) ? next : undefined
    if (taken) index++
    if (alert && (alert.text || taken)) attached.push(alertNode(alert, taken))
    else
      attached.push(
        block.type === 'list' ? { ...block, children: block.children.map((item) => inItem(item, label)) } : block,
      )
  }
  return attached
}

interface Alert {
  readonly kind: string
  /** What follows the label in its paragraph. */
  readonly text: Paragraph | undefined
}

/** A label begins a paragraph, or a quotation that is one paragraph. */
function parseAlert(block: RootContent, label: RegExp): Alert | undefined {
  const paragraph = block.type === 'blockquote' && block.children.length === 1 ? block.children[0] : block
  if (paragraph?.type !== 'paragraph') return undefined
  const end = paragraph.children.findIndex(({ type }) => type === 'break')
  const line = textOf(end < 0 ? paragraph.children : paragraph.children.slice(0, end))
  const match = label.exec(line)
  if (!match?.[1]) return undefined
  const isLine = match[0].length === line.length
  const kind = match[1].toUpperCase()
  if (isLine && end < 0) return { kind, text: undefined }
  // The first line of a list of words, such as `Notes` above `Contacts`.
  if (isLine && !match[0].includes(':')) return undefined
  return { kind, text: { type: 'paragraph', children: withoutStart(paragraph.children, match[0].length) } }
}

/** Takes the first `length` characters away, wherever the markup cuts them, and the blanks and breaks behind them. */
function withoutStart(nodes: readonly PhrasingContent[], length: number): PhrasingContent[] {
  const [first, ...rest] = nodes
  if (!first) return []
  if (first.type === 'break') return withoutStart(rest, length)
  const text = textOf(first)
  if (first.type === 'text') {
    const value = text.slice(length).trimStart()
    return value === '' ? withoutStart(rest, Math.max(0, length - text.length)) : [{ type: 'text', value }, ...rest]
  }
  if (length <= 0) return [...nodes]
  if (text.length <= length) return withoutStart(rest, length - text.length)
  return 'children' in first ? [...withoutStart(first.children, length), ...rest] : [...nodes]
}

function takes({ text }: Alert, next: BlockContent): boolean {
  return !text || (textOf(text).endsWith(':') && (next.type !== 'paragraph' || isReference(next)))
}

function isReference({ children: [first] }: Paragraph): boolean {
  return first?.type === 'link' && first.url.startsWith('/kb/')
}

function alertNode({ kind, text }: Alert, taken: BlockContent | undefined): Blockquote {
  const inner = taken?.type === 'blockquote' && !text ? taken.children : taken ? [taken] : []
  const [first, ...rest] = text ? [text, ...inner] : inner
  if (first?.type !== 'paragraph') {
    return {
      type: 'blockquote',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: `[!${kind}]` }] }, ...inner],
    }
  }
  const [head, ...tail] = first.children
  const marked: PhrasingContent[] =
    head?.type === 'text'
      ? [{ type: 'text', value: `[!${kind}]\n${head.value}` }, ...tail]
      : [{ type: 'text', value: `[!${kind}]\n` }, ...first.children]
  return { type: 'blockquote', children: [{ type: 'paragraph', children: marked }, ...rest] }
}

function inItem(item: ListItem, label: RegExp): ListItem {
  return { ...item, children: attachAlerts(item.children, label).filter(isBlockContent) }
}
