import { ALERT_KINDS, type AlertKind, type PageBlock } from './block'

/**
 * Makes alerts of the paragraphs that begin with `Note`, `Important`, `Warning`, `Caution` or `Tip`: the label goes, the
 * text stays. A label that stands alone, or a text that ends in a colon, takes the block after it in.
 */
export function groupAlerts(blocks: readonly PageBlock[]): PageBlock[] {
  const grouped: PageBlock[] = []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block) continue
    const label = block.type === 'paragraph' ? readAlertLabel(block.text) : undefined
    if (!label) {
      grouped.push(
        block.type === 'list'
          ? { ...block, items: block.items.map((item) => ({ blocks: groupAlerts(item.blocks) })) }
          : block,
      )
      continue
    }
    const inside: PageBlock[] = label.rest === '' ? [] : [{ type: 'paragraph', text: label.rest }]
    const next = blocks[index + 1]
    const takesNext =
      label.rest === '' ? next?.type !== 'heading' : label.rest.endsWith(':') && next?.type !== 'paragraph'
    if (next && takesNext && next.type !== 'heading') {
      inside.push(next)
      index++
    }
    // A label with nothing behind it is a word like any other.
    grouped.push(inside.length === 0 ? block : { type: 'alert', kind: label.kind, blocks: inside })
  }
  return grouped
}

/** Reads the label of an alert at the beginning of a paragraph, and what is left of it. */
export function readAlertLabel(text: string): { kind: AlertKind; rest: string } | undefined {
  const match = /^(note|tip|important|warning|caution)s?(?:: ?|$| (?=["“'(]?[A-Z0-9]))(.*)$/i.exec(text)
  if (!match?.[1] || !/^[A-Z]/.test(text)) return undefined
  const kind = ALERT_KINDS.find((known) => known === match[1]?.toUpperCase())
  return kind && { kind, rest: (match[2] ?? '').trim() }
}
