import type { Blockquote, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import { articleLink, parseInline, parseLines } from '@/lib/legacy-import/shared/inline'
import type { HangingEntry } from './hanging-lines'
import type { Reference } from './references'

/** Makes a paragraph of lines with hard breaks between them; a line in capitals that stands alone is bold. */
export function paragraphNodes(lines: readonly string[]): RootContent[] {
  const children = parseLines(lines)
  if (children.length === 0) return []
  const isTitle = lines.length === 1 && CAPITALS.test((lines[0] ?? '').trim())
  return [{ type: 'paragraph', children: isTitle ? [{ type: 'strong', children }] : children }]
}

/** Makes a quotation of the lines of a message. */
export function quoteNodes(lines: readonly string[]): RootContent[] {
  return paragraphNodes(lines).map((node): RootContent => {
    if (node.type !== 'paragraph') return node
    const quote: Blockquote = { type: 'blockquote', children: [node] }
    return quote
  })
}

/** Makes a list of references; one that is the text of an item is a paragraph of it. */
export function referenceNodes(references: readonly Reference[], isItemText: boolean): RootContent[] {
  const paragraphs = references.map(({ digits, title }): Paragraph => {
    const rest = title === '' ? [] : [{ type: 'text' as const, value: ' ' }, ...parseInline(title)]
    return { type: 'paragraph', children: mergeText([articleLink(digits), ...rest]) }
  })
  if (isItemText) return paragraphs
  const items = paragraphs.map(
    (paragraph): ListItem => ({ type: 'listItem', spread: false, checked: null, children: [paragraph] }),
  )
  return [{ type: 'list', ordered: false, start: null, spread: false, children: items }]
}

/** Makes one paragraph of entries: a line for each, the term in bold. */
export function hangingNode(entries: readonly HangingEntry[]): Paragraph {
  const children = entries.flatMap(({ term, text }, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    ...(term === undefined ? [] : [{ type: 'strong' as const, children: parseInline(term) }]),
    ...(term === undefined ? [] : [{ type: 'text' as const, value: ' ' }]),
    ...parseInline(text),
  ])
  return { type: 'paragraph', children: mergeText(children) }
}

/** Makes a paragraph of one bold line, for a label that is no heading. */
export function boldNode(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: parseInline(text) }] }
}

/** Makes a paragraph of the word between alternatives. */
export function alternativeNode(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: text.trim() }] }] }
}

/** Makes a table of cells of raw text; the first row is the header. */
export function tableNode(rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    align: (rows[0] ?? []).map(() => null),
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: parseInline(cell) })),
    })),
  }
}

/** `TO OBTAIN THIS FILE` and its like: two to six words in capitals, alone between blank lines. */
const CAPITALS = /^[A-Z][A-Z'/-]+(?: [A-Z0-9'/-]+){1,5}$/

function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') merged.push(node)
    else merged[merged.length - 1] = { type: 'text', value: last.value + node.value }
  }
  return merged
}
