import type { Blockquote, Heading, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

const QUESTION = /^Q(?:uestion)?(?: ?\d{1,3})?[:.]\s/
const ANSWER = /^A(?:nswer)?(?: ?\d{1,3})?[:.]\s/
/** A question or an answer that the formatter of the dump ran into the sentence before it (Q85194). */
const RUN_IN = /(?<=[.?!]["')]?)\s+(?=[QA]:\s)/
const LABELED = /^[QA]:\s/
/** A longer question is a text, not the name of an answer. */
const LONGEST_HEADING = 300
/** Fewer questions are a sentence of an article, not its form. */
const FEWEST = 2

/** Makes headings of the questions of an article, so that each has a place of its own; answers keep their label in bold. */
export function separateQuestions(nodes: readonly RootContent[]): RootContent[] {
  const apart = nodes.flatMap(takeApart)
  const isMany = apart.filter((node) => begins(node, QUESTION)).length >= FEWEST
  if (!isMany || !apart.some((node) => begins(node, ANSWER))) return [...nodes]
  let depth: Heading['depth'] = 2
  return apart.map((node) => {
    if (node.type === 'heading') depth = node.depth
    if (node.type !== 'paragraph') return node
    if (begins(node, QUESTION)) return toQuestion(node, depth)
    return begins(node, ANSWER) ? withBoldLabel(node, ANSWER) : node
  })
}

function begins(node: RootContent, label: RegExp): node is Paragraph {
  return node.type === 'paragraph' && node.children[0]?.type === 'text' && label.test(node.children[0].value)
}

/** Cuts a paragraph before each question and answer that it runs into, and a note before the first question in it. */
function takeApart(node: RootContent): RootContent[] {
  if (node.type === 'paragraph') return cutParagraph(node)
  if (node.type !== 'blockquote') return [node]
  const children = node.children.flatMap((child): Blockquote['children'] =>
    child.type === 'paragraph' ? cutParagraph(child) : [child],
  )
  const first = children.findIndex((child) => begins(child, QUESTION))
  if (first < 0) return [node]
  const inside = children.slice(0, first)
  return [...(inside.length > 0 ? [{ ...node, children: inside }] : []), ...children.slice(first)]
}

function cutParagraph(paragraph: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]]
  for (const [index, child] of paragraph.children.entries()) {
    const next = paragraph.children[index + 1]
    if (child.type === 'break' && next?.type === 'text' && LABELED.test(next.value)) {
      parts.push([])
      continue
    }
    const [first = '', ...rest] = child.type === 'text' ? child.value.split(RUN_IN) : []
    parts.at(-1)?.push(child.type === 'text' ? { ...child, value: first } : child)
    for (const value of rest) parts.push([{ type: 'text', value }])
  }
  return parts.length === 1 ? [paragraph] : parts.map((children) => ({ type: 'paragraph', children }))
}

function toQuestion(paragraph: Paragraph, above: Heading['depth']): RootContent {
  if (textOf(paragraph).length > LONGEST_HEADING) return withBoldLabel(paragraph, QUESTION)
  const children = paragraph.children.map(
    (child): PhrasingContent => (child.type === 'break' ? { type: 'text', value: ' ' } : child),
  )
  return { type: 'heading', depth: DEEPER[above], children }
}

const DEEPER = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const

function withBoldLabel(paragraph: Paragraph, label: RegExp): Paragraph {
  const [first, ...rest] = paragraph.children
  const found = first?.type === 'text' ? label.exec(first.value)?.[0] : undefined
  if (first?.type !== 'text' || found === undefined) return paragraph
  const name: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: found.trim() }] }
  return { ...paragraph, children: [name, { ...first, value: ` ${first.value.slice(found.length)}` }, ...rest] }
}
