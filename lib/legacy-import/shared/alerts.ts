import type { BlockContent, Blockquote, Paragraph, RootContent } from 'mdast'

/**
 * Turns paragraphs that start with `NOTE:`, `WARNING:` and the like into alerts. An alert that ends in `:`, or that is
 * the bare word, takes the block after it in as well.
 */
export function attachAlerts(nodes: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (!node) continue
    const alert = alertOf(node)
    if (!alert) {
      out.push(node)
      continue
    }
    const next = nodes[index + 1]
    const takesNext =
      next !== undefined && isTaken(next) && (alert.isBare || (alert.isOpen && next.type !== 'paragraph'))
    out.push(alert.isBare && !takesNext ? node : alertNode(alert, takesNext && isTaken(next) ? next : undefined))
    if (takesNext) index++
  }
  return out
}

/** The marker of an alert as the first line of a quotation. */
export const ALERT_MARKER = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\n|$)/

interface Alert {
  readonly type: string
  readonly paragraph: Paragraph | undefined
  readonly isBare: boolean
  readonly isOpen: boolean
}

const LABEL = /^(NOTE|WARNING|IMPORTANT NOTE|IMPORTANT|CAUTION|TIP)S?(?: *:(?:\s+|$)| *$)/i

function alertOf(node: RootContent): Alert | undefined {
  const paragraph = node.type === 'blockquote' && node.children.length === 1 ? node.children[0] : node
  if (paragraph?.type !== 'paragraph') return undefined
  const first = paragraph.children[0]?.type === 'strong' ? paragraph.children[0].children[0] : paragraph.children[0]
  if (first?.type !== 'text') return undefined
  const label = LABEL.exec(first.value)
  if (!label?.[1]) return undefined
  const isWholeText = label[0].length === first.value.length
  const isBare = isWholeText && paragraph.children.length === 1
  if (isWholeText && !label[0].includes(':') && !isBare) return undefined
  const type = label[1].toUpperCase().startsWith('IMPORTANT') ? 'IMPORTANT' : label[1].toUpperCase()
  const rest = withoutLabel(paragraph, label[0].length)
  return { type, paragraph: isBare ? undefined : rest, isBare, isOpen: endsOpen(paragraph) }
}

function withoutLabel(paragraph: Paragraph, length: number): Paragraph {
  const [first, ...rest] = paragraph.children
  if (first?.type !== 'text') return paragraph
  const value = first.value.slice(length)
  const children = value === '' ? (rest[0]?.type === 'break' ? rest.slice(1) : rest) : [{ ...first, value }, ...rest]
  return { type: 'paragraph', children }
}

function endsOpen({ children }: Paragraph): boolean {
  const last = children.at(-1)
  return last?.type === 'text' && /:$/.test(last.value)
}

function isTaken(node: RootContent): node is BlockContent {
  return (
    node.type === 'list' ||
    node.type === 'code' ||
    node.type === 'blockquote' ||
    node.type === 'paragraph' ||
    node.type === 'table'
  )
}

function alertNode({ type, paragraph, isBare }: Alert, next: BlockContent | undefined): Blockquote {
  const marker = { type: 'text' as const, value: `[!${type}]\n` }
  const inner = next?.type === 'blockquote' && isBare ? next.children : next ? [next] : []
  const first = paragraph ?? (inner[0]?.type === 'paragraph' ? inner[0] : undefined)
  const rest = paragraph ? inner : first ? inner.slice(1) : inner
  if (!first)
    return {
      type: 'blockquote',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: `[!${type}]` }] }, ...rest],
    }
  const [head, ...tail] = first.children
  const merged =
    head?.type === 'text'
      ? [{ type: 'text' as const, value: marker.value + head.value }, ...tail]
      : [marker, ...first.children]
  return { type: 'blockquote', children: [{ type: 'paragraph', children: merged }, ...rest] }
}
