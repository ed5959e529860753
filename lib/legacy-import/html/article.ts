import type { Heading, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import { chromeKind } from '@/lib/legacy-import/page/chrome'
import { isCanonicalHeading, isVocabularyHeading } from '@/lib/legacy-import/page/headings'
import { identifyPage } from '@/lib/legacy-import/page/identity'
import type { PageLine } from '@/lib/legacy-import/page/line'
import { attachAlerts, PAGE_LABEL } from '@/lib/legacy-import/shared/alerts'
import type { Problem } from '@/lib/legacy-import/shared/legacy-record'
import { joinAtBreaks, splitAtBreaks } from '@/lib/legacy-import/shared/line-breaks'
import { findHtmlEvents } from './events'

/** The blocks of a page and what is known of it from outside its text. */
export interface HtmlPage {
  readonly blocks: readonly RootContent[]
  /** The title of the window. */
  readonly pageTitle: string | undefined
  readonly file: string
}

/** Takes chrome and identity out of the blocks of a page and finds headings, events and alerts among the rest. */
export function refineBlocks({ blocks, pageTitle, file }: HtmlPage): {
  frontMatter: Partial<FrontMatter>
  children: RootContent[]
  problems: readonly Problem[]
} {
  const title = findTitle(blocks, pageTitle)
  const rest = blocks.filter((block) => block !== title)
  const identity = identifyPage(rest.flatMap(linesOf), file, {
    isSavedPage: true,
    ...(title && { heading: plainText(title) }),
    ...(pageTitle !== undefined && { window: pageTitle }),
  })
  const kept = new Set(
    identity.lines.flatMap(({ kind, line }) => (kind === 'text' || kind === 'heading' ? [line] : [])),
  )
  const body = rest.flatMap((block, index) => keepLines(block, index, kept))
  return {
    frontMatter: identity.frontMatter,
    children: levelHeadings(attachAlerts(findHtmlEvents(findHeadings(body)), PAGE_LABEL)),
    // Lines were counted among blocks, not in the file.
    problems: identity.problems.map((problem) => ({ ...problem, line: 1 })),
  }
}

/** The first heading of level one that is not the name of the site, else the heading that repeats the window's title. */
function findTitle(blocks: readonly RootContent[], pageTitle: string | undefined): Heading | undefined {
  const headings = blocks.filter(
    (block): block is Heading => block.type === 'heading' && chromeKind(plainText(block)) === undefined,
  )
  const first = headings.find(({ depth }) => depth === 1)
  if (first && !isCanonicalHeading(plainText(first))) return first
  return headings.find((heading) => plainText(heading) === pageTitle)
}

function plainText(block: RootContent): string {
  return textOf(block).replace(/\s+/g, ' ').trim()
}

/** More lines than this in one block are told apart by their block only; no page has them. */
const LINES_OF_BLOCK = 10_000

/** The lines of a block as page text has them, so that the same rules find number, dates and products. */
function linesOf(block: RootContent, index: number): PageLine[] {
  const texts = lineTexts(block)
  const lines = texts.map((text, at): PageLine => {
    const plain = text.replace(/\s+/g, ' ').trim()
    const kind = plain === '' ? 'blank' : (chromeKind(plain) ?? (block.type === 'heading' ? 'heading' : 'text'))
    return { kind, text: plain, indent: 0, line: index * LINES_OF_BLOCK + at }
  })
  return [...lines, { kind: 'blank', text: '', indent: 0, line: -1 }]
}

function lineTexts(block: RootContent): string[] {
  if (block.type === 'heading') return [textOf(block)]
  if (block.type === 'paragraph')
    return splitAtBreaks(block.children).map((children) => textOf({ type: 'paragraph', children }))
  if (block.type === 'list') return block.children.map((item) => `• ${textOf(item)}`)
  // Tables and code say nothing about the page itself.
  return []
}

function keepLines(block: RootContent, index: number, kept: ReadonlySet<number>): RootContent[] {
  const isKept = (at: number) => kept.has(index * LINES_OF_BLOCK + at)
  if (block.type === 'heading') return isKept(0) ? [block] : []
  if (block.type === 'list') {
    const children = block.children.filter((_, at) => isKept(at))
    return children.length === 0 ? [] : [{ ...block, children }]
  }
  if (block.type !== 'paragraph') return [block]
  const lines = splitAtBreaks(block.children).filter((_, at) => isKept(at))
  return lines.length === 0 ? [] : [{ type: 'paragraph', children: joinAtBreaks(lines) }]
}

/** A paragraph that is nothing but the name of a section, bold or in capitals, is its heading. */
function findHeadings(blocks: readonly RootContent[]): RootContent[] {
  return blocks.map((block) => {
    if (block.type !== 'paragraph') return block
    const [only, second] = block.children
    const text = plainText(block)
    const isBold = only?.type === 'strong' && second === undefined && isVocabularyHeading(text)
    if (!isBold && !(isCanonicalHeading(text) && text === text.toUpperCase())) return block
    return { type: 'heading', depth: isCanonicalHeading(text) ? 2 : 3, children: [{ type: 'text', value: text }] }
  })
}

/** Levels begin at two and none is skipped; which tag a page used for a level differs from year to year. */
function levelHeadings(blocks: readonly RootContent[]): RootContent[] {
  const top = Math.min(...blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : [])))
  const open: { tag: number; depth: Heading['depth'] }[] = []
  return blocks.map((block) => {
    if (block.type !== 'heading') return block
    while ((open.at(-1)?.tag ?? 0) >= block.depth) open.pop()
    const above = open.at(-1)?.depth ?? 1
    const depth = block.depth === top || above === 1 ? 2 : above === 2 ? 3 : above === 3 ? 4 : 5
    open.push({ tag: block.depth, depth })
    return { ...block, depth }
  })
}
