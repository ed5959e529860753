import type { Link, Nodes, Paragraph, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { splitSentences } from '@/lib/kb/statements/sentences'
import { mayStateSupersedence, parseSupersedence } from '@/lib/kb/statements/supersedence-sentence'
import { ALERT_MARKER } from './alerts'

/** What an article says about updates that replace each other, and the sentence that says it. */
export type Supersedence = Pick<FrontMatter, 'supersedes' | 'supersededBy' | 'supersedenceEvidence'>

/** The article that speaks. */
export interface Speaker {
  readonly number: KbNumber | undefined
  readonly title: string
}

/** Takes supersedence from the sentences that state it. A successor without a number is `unknown`. */
export function extractSupersedence(tree: Root, speaker: Speaker): Supersedence {
  const supersedes = new Set<KbNumber>()
  const evidence: string[] = []
  let supersededBy: Supersedence['supersededBy']
  const paragraphs = readParagraphs(tree)
  for (const { node, text, following } of paragraphs) {
    if (!mayStateSupersedence(text)) continue
    for (const sentence of splitSentences(text)) {
      const read = parseSupersedence(sentence, speaker.title)
      // The front matter of the newer article has no field for a part of the older one; the index takes it from the text.
      if (!read || read.part !== undefined) continue
      const isSuperseded = read.own === 'object'
      const numbers = numbersOf(node, sentence, following).filter((number) => number !== speaker.number)
      if (!isSuperseded) for (const number of numbers) supersedes.add(number)
      else supersededBy ??= numbers.length === 1 ? numbers[0] : 'unknown'
      if (isSuperseded || numbers.length > 0) evidence.push(withNumbers(sentence, numbers))
    }
  }
  if (evidence.length === 0) return {}
  return {
    ...(supersedes.size > 0 ? { supersedes: [...supersedes] } : {}),
    ...(supersededBy === undefined ? {} : { supersededBy }),
    supersedenceEvidence: [...new Set(evidence)].join(' ').slice(0, LONGEST_EVIDENCE),
  }
}

const LONGEST_EVIDENCE = 2000

interface ReadParagraph {
  readonly node: Paragraph
  readonly text: string
  /** The block behind it, where a sentence that ends in `:` has its references. */
  readonly following: RootContent | undefined
}

function readParagraphs(parent: Nodes): ReadParagraph[] {
  if (!('children' in parent)) return []
  const children = parent.children as readonly RootContent[]
  return children.flatMap((node, index): ReadParagraph[] => {
    if (node.type === 'heading' || node.type === 'table') return []
    if (node.type !== 'paragraph') return readParagraphs(node)
    const text = textOf(node).replace(ALERT_MARKER, '').replace(/\s+/g, ' ').trim()
    return [{ node, text, following: children[index + 1] }]
  })
}

/** A sentence that ends in `:` says nothing without what stands below it. */
function withNumbers(sentence: string, numbers: readonly KbNumber[]): string {
  return sentence.endsWith(':') ? `${sentence} ${numbers.map((number) => `Q${number}`).join(', ')}` : sentence
}

/** The articles that the sentence links, or, if it ends in `:`, those of the list below it. */
function numbersOf(node: Paragraph, sentence: string, following: RootContent | undefined): KbNumber[] {
  const inside = linksOf(node).filter((link) => sentence.includes(textOf(link)))
  const below = sentence.endsWith(':') && following?.type === 'list' ? linksOf(following) : []
  const links = inside.length > 0 ? inside : below
  return links.flatMap(({ url }) => {
    const digits = /^\/kb\/(\d+)$/.exec(url)?.[1]
    const number = digits === undefined ? undefined : parseKbNumber(digits)
    return number === undefined ? [] : [number]
  })
}

function linksOf(node: Nodes): Link[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? node.children.flatMap((child) => linksOf(child)) : []
}
