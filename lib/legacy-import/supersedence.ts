import type { Link, Nodes, Paragraph, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { FrontMatter } from '@/lib/kb/front-matter'
import { type KbNumber, parseKbNumber } from '@/lib/kb/kb-number'
import { ALERT_MARKER } from './alerts'

/** What an article says about updates that replace each other, and the sentence that says it. */
export type Supersedence = Pick<FrontMatter, 'supersedes' | 'supersededBy' | 'supersedenceEvidence'>

/** The article that speaks. */
export interface Speaker {
  readonly number: KbNumber | undefined
  readonly title: string
}

/**
 * Takes supersedence from statements that are one: the subject is this very update, the verb is not negated, and what
 * is replaced is a whole update. `The information in this article supersedes ...` is about texts, `the "..." section of
 * the following article` about a part, and neither is taken. A successor without a number is `unknown`.
 */
export function extractSupersedence(tree: Root, speaker: Speaker): Supersedence {
  const supersedes = new Set<KbNumber>()
  const evidence: string[] = []
  let supersededBy: Supersedence['supersededBy']
  const paragraphs = readParagraphs(tree)
  for (const { node, text, following } of paragraphs) {
    if (!/supersede|replace/i.test(text)) continue
    for (const sentence of sentencesOf(text)) {
      const relation = relationOf(sentence, speaker.title)
      if (!relation) continue
      const numbers = numbersOf(node, sentence, following).filter((number) => number !== speaker.number)
      if (relation === 'supersedes') for (const number of numbers) supersedes.add(number)
      else supersededBy ??= numbers.length === 1 ? numbers[0] : 'unknown'
      if (relation === 'supersededBy' || numbers.length > 0) evidence.push(withNumbers(sentence, numbers))
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
const UPDATE = '(?:hot ?fix|fix|patch|update(?: rollup)?|rollup|security update|cumulative update|service pack)'
const THIS_UPDATE = `(?:this|the) ${UPDATE}(?: (?:that is )?(?:described|discussed|documented) in this article)?`
const OTHER_UPDATE = `(?:the )?(?:${UPDATE}(?:e?s)?)(?: (?:that )?(?:is|are|was|were))? ?(?:referred to|described|discussed|documented|listed|provided|available)?`

const SUPERSEDES = new RegExp(
  `^${THIS_UPDATE} (?:supersedes|replaces|is a replacement for) ${OTHER_UPDATE} in (?:the following|article|Microsoft Knowledge Base|Q\\d)`,
  'i',
)
const SUPERSEDED = new RegExp(
  `^${THIS_UPDATE} (?:is|was|has been) (?:superseded|replaced) by (?:${OTHER_UPDATE} in (?:the following|article|Microsoft Knowledge Base|Q\\d)|(?:a|the) (?:later|newer|more recent|latest|subsequent) ${UPDATE})`,
  'i',
)
/** `Lsa-fix has been superseded by Lsa2-fix.`: hotfixes of Windows NT 4.0 are known by nicknames (Q154087). */
const NICKNAMES = /^[A-Z]\w*-fix(?:(?:, | and )[A-Z]\w*-fix)* ha(?:s|ve) been superseded by (?:the )?[A-Z]\w*-fix\.$/i
const NAMED = new RegExp(
  `^(?:the )?(.{6,100}?) (?:is|was|has been) (?:superseded|replaced) by (?:a|an|the) .{3,120}(?:${UPDATE}|upgrade)`,
  'i',
)

function relationOf(sentence: string, title: string): 'supersedes' | 'supersededBy' | undefined {
  if (/\b(?:not|never|if|when|may|might|section|sections)\b/i.test(sentence)) return undefined
  if (SUPERSEDES.test(sentence)) return 'supersedes'
  if (SUPERSEDED.test(sentence) || NICKNAMES.test(sentence)) return 'supersededBy'
  // `The PPTP Performance Update has been replaced by ...` speaks of this update if the title names it.
  const name = NAMED.exec(sentence)?.[1]
  const isOwn =
    name !== undefined && new RegExp(`${UPDATE}\\b`, 'i').test(name) && title.toLowerCase().includes(name.toLowerCase())
  return isOwn ? 'supersededBy' : undefined
}

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

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.:?!]["')]*) +(?=["'(]?[A-Z])/).map((sentence) => sentence.trim())
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
