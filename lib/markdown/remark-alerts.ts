import type { Blockquote, Root } from 'mdast'
import { listNodes } from './list-nodes'

const MARKER = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i

/** Turns a quotation that begins with `[!NOTE]` (TIP, IMPORTANT, WARNING, CAUTION) into an aside with `data-alert`. */
export function remarkAlerts() {
  return (tree: Root): void => {
    for (const quotation of listNodes(tree, 'blockquote')) {
      const kind = takeMarker(quotation)
      if (kind) quotation.data = { hName: 'aside', hProperties: { dataAlert: kind } }
    }
  }
}

function takeMarker(quotation: Blockquote): string | undefined {
  const paragraph = quotation.children[0]
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  const match = text?.type === 'text' ? MARKER.exec(text.value) : undefined
  if (!match || paragraph?.type !== 'paragraph' || text?.type !== 'text') return undefined
  text.value = text.value.slice(match[0].length)
  if (text.value === '') {
    paragraph.children.shift()
    if (paragraph.children[0]?.type === 'break') paragraph.children.shift()
    if (paragraph.children.length === 0) quotation.children.shift()
  }
  return match[1]?.toLowerCase()
}
