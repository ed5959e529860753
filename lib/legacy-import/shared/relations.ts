import type { Nodes, Root } from 'mdast'
import type { TextBlock } from '@/lib/kb/articles/article'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { extractStatements } from '@/lib/kb/statements/extract-statements'
import { mayStateFixedIn, parseFixedIn } from '@/lib/kb/statements/fixed-in-sentence'
import { splitSentences } from '@/lib/kb/statements/sentences'
import type { Speaker, Statement } from '@/lib/kb/statements/statement'
import { ALERT_MARKER } from './alerts'

/** What an article states about other articles and releases, in the fields of its front matter. */
export type Relations = Pick<FrontMatter, 'supersedes' | 'supersededBy' | 'supersedenceEvidence' | 'fixes' | 'fixedIn'>

/** Extracts what the text of an article states, as the index does; a successor without a number is `unknown`. */
export function extractRelations(tree: Root, speaker: Speaker): Relations {
  const text = listBlocks(tree)
  const statements = extractStatements(speaker, text)
  // The front matter has no field for a part of another update; the index takes such a statement from the text.
  const replaces = statements.filter(({ kind, isPartial }) => kind === 'replaces' && !isPartial)
  const supersedes = objectsOf(replaces.filter(({ subject }) => subject === speaker.number))
  const replaced = replaces.find(({ object }) => object === speaker.number)
  const fixes = objectsOf(statements.filter(({ kind, subject }) => kind === 'fixes' && subject === speaker.number))
  const fixedIn = extractFixedIn(text.blocks)
  const evidence = [...new Set(replaces.map(({ sentence }) => sentence))].join(' ')
  return {
    ...(supersedes.length > 0 && { supersedes }),
    ...(replaced && { supersededBy: replaced.subject ?? 'unknown' }),
    ...(evidence !== '' && { supersedenceEvidence: evidence.slice(0, LONGEST_EVIDENCE) }),
    ...(fixes.length > 0 && { fixes }),
    ...(fixedIn.length > 0 && { fixedIn }),
  }
}

const LONGEST_EVIDENCE = 2000

function objectsOf(statements: readonly Statement[]): KbNumber[] {
  return statements.flatMap(({ object }) => object ?? [])
}

/**
 * Extracts the releases that sentences such as `This problem was first corrected in X and Y.` name, each by itself. Unlike
 * the index it keeps the latest service pack of that time, since the field quotes the article.
 */
function extractFixedIn(blocks: readonly TextBlock[]): string[] {
  const names = blocks.flatMap(({ kind, text }) =>
    (kind === 'paragraph' || kind === 'row') && mayStateFixedIn(text)
      ? splitSentences(text).flatMap((sentence) => splitReleases(parseFixedIn(sentence) ?? ''))
      : [],
  )
  return [...new Set(names)]
}

function splitReleases(text: string): string[] {
  const whole = text
    .replace(/^the latest (?:release|version) of /i, '')
    .replace(ASIDE, '')
    .replace(/[.,)]+$/, '')
  if (!namesProduct(whole)) return []
  const halves = whole.split(NEXT_RELEASE)
  return halves.length > 1 && halves.every(namesProduct) ? halves : [whole]
}

/** `MASM version 6.0, and by design is ...` */
const ASIDE = /, (?:and|though)(?! (?:also )?(?:in )?(?:the )?[A-Z]).*$| so that .*$/
/** Not `Version 7.00 for MS-DOS and MS OS/2`, which is one release. */
const NEXT_RELEASE = /,? and (?:also )?(?:in )?(?:the )?(?=[A-Z])(?!(?:MS )?OS\/2)/

/** `Service Pack 4` alone names no product; a release has a number or is a service pack. */
function namesProduct(text: string): boolean {
  const words = text.replace(/\b(?:the|latest|U\.S\.|Service|Pack|Packs|Version|Update|Release|Hotfix)\b/gi, ' ')
  const isRelease = /\d/.test(text) || /Service Pack|Millennium|XP/i.test(text)
  const isCut = text.length > 200 || text.split('"').length % 2 === 0
  return /[A-Z][A-Za-z.+]+/.test(words) && isRelease && !isCut
}

interface CitingText {
  readonly blocks: TextBlock[]
  readonly links: { readonly target: KbNumber; readonly line: number }[]
}

/** Lists the leaf blocks of a tree and the articles that each cites; the place of a block stands for its line. */
function listBlocks(tree: Root): CitingText {
  const blocks: TextBlock[] = []
  const links: CitingText['links'] = []
  let section: string | undefined
  const add = (node: Nodes, kind: TextBlock['kind']): void => {
    const text = textOf(node).replace(ALERT_MARKER, '').trim()
    if (kind === 'heading') section = text
    const line = blocks.push({ text, kind, line: blocks.length + 1, section })
    for (const target of new Set([...linkedIn(node), ...namedIn(text)])) links.push({ target, line })
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') add(node, node.type)
    else if (node.type === 'code') add(node, 'code')
    else if (node.type === 'tableRow') add(node, 'row')
    else if ('children' in node) node.children.forEach(walk)
  }
  walk(tree)
  return { blocks, links }
}

function linkedIn(node: Nodes): KbNumber[] {
  if (node.type === 'link') return toNumbers(/^\/kb\/(\d+)$/.exec(node.url)?.[1])
  return 'children' in node ? node.children.flatMap(linkedIn) : []
}

/** `superseded by update 941421`, `(KB941421)` */
function namedIn(text: string): KbNumber[] {
  return [...text.matchAll(/\b(?:KB|Q|update |article )(\d{5,7})\b/gi)].flatMap(([, digits]) => toNumbers(digits))
}

function toNumbers(digits: string | undefined): KbNumber[] {
  return [toKbNumber(Number(digits))].filter((number) => number !== undefined)
}

function textOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'tableRow') return node.children.map(textOf).join('  ')
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}
