import type { BlockContent, Blockquote, DefinitionContent, Paragraph, PhrasingContent, Text } from 'mdast'

type Block = BlockContent | DefinitionContent

const MARKER = /^\s*\[!([A-Za-z]+)(?:[ \t][^\]\n]*)?\][ \t]*\n?/
const LATER_MARKER = /\n\s*(?=\[!(?:notes?|tips?|important|warning|caution)\])/i
const KINDS: Readonly<Record<string, string>> = {
  note: 'NOTE',
  notes: 'NOTE',
  tip: 'TIP',
  tips: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  caution: 'CAUTION',
}

/** Writes the alerts among the blocks of a parent in the one form that pages read, whichever of the dialect's shapes they have. */
export function normalizeAlerts<Node>(blocks: readonly Node[], parent: string): Node[] {
  const done: Block[] = []
  const waiting = [...blocks] as Block[]
  for (let block = waiting.shift(); block !== undefined; block = waiting.shift()) {
    if (block.type === 'blockquote') done.push(...fromQuotation(block))
    else if (parent !== 'blockquote' && block.type === 'paragraph' && kindOf(block) !== undefined) {
      // The marker stands above its quotation, or above the text without one.
      const next = waiting[0]
      const isBare = withoutMarker(block).length === 0
      if (isBare && next?.type === 'blockquote') waiting.shift()
      done.push(toAlert(block, isBare && next?.type === 'blockquote' ? next.children : []))
    } else done.push(block)
  }
  return done as Node[]
}

function fromQuotation(quotation: Blockquote): Block[] {
  const [first, ...rest] = quotation.children
  if (first?.type !== 'paragraph') return [quotation]
  const marker = markerOf(first)
  if (marker === undefined) return splitAtLaterMarker(quotation, first, rest)
  if (KINDS[marker.toLowerCase()] !== undefined) return [toAlert(first, rest)]
  // `[!div class="nextstepaction"]` is about looks only.
  const children = withoutMarker(first)
  return [...(children.length > 0 ? [{ ...first, children }] : []), ...rest]
}

/** A quotation in which an alert begins behind other text is two. */
function splitAtLaterMarker(quotation: Blockquote, first: Paragraph, rest: Block[]): Block[] {
  const index = first.children.findIndex((child, place) => {
    if (child.type !== 'text') return false
    return (
      LATER_MARKER.test(child.value) ||
      (place > 0 && first.children[place - 1]?.type === 'break' && MARKER.test(child.value))
    )
  })
  const text = first.children[index]
  if (text?.type !== 'text') return [quotation]
  const [before = '', after = ''] = MARKER.test(text.value) ? ['', text.value] : splitOnce(text.value, LATER_MARKER)
  const head: PhrasingContent[] = [
    ...first.children.slice(0, index),
    ...(before === '' ? [] : [{ ...text, value: before }]),
  ]
  while (head.at(-1)?.type === 'break') head.pop()
  const tail: Paragraph = {
    type: 'paragraph',
    children: [{ ...text, value: after }, ...first.children.slice(index + 1)],
  }
  if (kindOf(tail) === undefined) return [quotation]
  return [{ type: 'blockquote', children: [{ ...first, children: head }] }, toAlert(tail, rest)]
}

function splitOnce(text: string, pattern: RegExp): [string, string] {
  const match = pattern.exec(text)
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text, '']
}

function markerOf({ children: [first] }: Paragraph): string | undefined {
  return first?.type === 'text' ? MARKER.exec(first.value)?.[1] : undefined
}

function kindOf(paragraph: Paragraph): string | undefined {
  return KINDS[markerOf(paragraph)?.toLowerCase() ?? '']
}

function withoutMarker({ children: [first, ...rest] }: Paragraph): PhrasingContent[] {
  if (first?.type !== 'text') return []
  const text: Text = { ...first, value: first.value.replace(MARKER, '') }
  const children = text.value.trim() === '' ? rest : [text, ...rest]
  while (children[0]?.type === 'break') children.shift()
  const [head] = children
  return head?.type === 'text' ? [{ ...head, value: head.value.trimStart() }, ...children.slice(1)] : children
}

function toAlert(paragraph: Paragraph, rest: readonly Block[]): Blockquote {
  const marker = `[!${kindOf(paragraph)}]`
  const [head, ...tail] = withoutMarker(paragraph)
  const children: PhrasingContent[] =
    head === undefined
      ? [{ type: 'text', value: marker }]
      : head.type === 'text'
        ? [{ ...head, value: `${marker}\n${head.value}` }, ...tail]
        : [{ type: 'text', value: `${marker}\n` }, head, ...tail]
  return { type: 'blockquote', children: [{ ...paragraph, children }, ...rest] }
}
