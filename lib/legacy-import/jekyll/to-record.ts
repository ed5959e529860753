import type { Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseDumpDate } from '@/lib/legacy-import/shared/dump-date'
import { kindOf } from '@/lib/legacy-import/shared/facts'
import { checkFrame, type FrameCheck, toProblem } from '@/lib/legacy-import/shared/frame-checks'
import type { Conversion, Finding } from '@/lib/legacy-import/shared/legacy-record'
import { numberOfFile } from '@/lib/legacy-import/shared/number-of-file'
import { extractRelations } from '@/lib/legacy-import/shared/relations'
import { dedentLines, toTextLines } from '@/lib/legacy-import/shared/text-line'
import { containerToMdast } from '@/lib/legacy-import/txt/container-to-mdast'
import { buildContainerTree } from '@/lib/legacy-import/txt/container-tree'
import { splitUnits } from '@/lib/legacy-import/txt/txt-units'
import { findHandWidths } from '@/lib/legacy-import/txt/wrapping'
import { cutJekyllCode } from './code'
import { jekyllLanguage } from './code-line'
import { type JekyllFrame, parseJekyllFrame } from './frame'
import { rewrapLines } from './lines'
import { cutJekyllSections, type JekyllSection } from './sections'

/** Converts one article of the Jekyll archive into a record; never throws, whatever the text. */
export function convertJekyll(text: string, file: string): Conversion {
  const frame = parseJekyllFrame(text)
  // The file is always called README.md; its folder has the number.
  const named = numberOfFile(file) ?? numberOfFile(file.split('/').at(-2) ?? '')
  const number = frame.number ?? named
  const problems = checkFrame(CHECKS, { ...frame, named }, { file, number })
  const report: Report = (finding) => problems.push(toProblem(finding, { file, number }))
  const { body, queryWords } = cutQueryWords(frame.body)
  const lines = toTextLines(body).map((line) => ({ ...line, number: line.number + frame.bodyLine - 1 }))
  const known = frontMatterOf(frame)
  const children = promoteHeadings(cutJekyllSections(lines).flatMap((section) => sectionToMdast(section, report)))
  nameLanguages(children, known.collection)
  const tree: Root = { type: 'root', children }
  const title = frame.title || `Q${number}`
  const frontMatter: Partial<FrontMatter> = {
    ...(number !== undefined && { number, title, ...extractRelations(tree, { number, title }) }),
    ...known,
    ...kindOfFrame(frame, children),
    ...(queryWords !== '' && { queryWords }),
  }
  return { record: { frontMatter, tree }, problems }
}

type Report = (finding: Finding) => void

function sectionToMdast({ heading, lines }: JekyllSection, report: Report): RootContent[] {
  const children: RootContent[] = heading === undefined ? [] : [headingNode(heading)]
  for (const segment of cutJekyllCode(lines)) {
    if (segment.type === 'code') {
      const value = dedentLines(segment.lines)
      children.push({ type: 'code', value })
      continue
    }
    const units = splitUnits(rewrapLines(segment.lines))
    const hand = findHandWidths(units.flatMap((unit) => (unit.type === 'text' ? [unit.lines] : [])))
    children.push(...containerToMdast(buildContainerTree(units), { hand, report }))
  }
  return children
}

function nameLanguages(children: readonly RootContent[], collection: string | undefined): void {
  visit({ type: 'root', children: [...children] }, 'code', (code) => {
    if (code.lang !== 'event') code.lang = jekyllLanguage(code.value.split('\n'), collection) ?? null
  })
}

function headingNode(value: string): RootContent {
  return { type: 'heading', depth: 2, children: [{ type: 'text', value }] }
}

/** Rules of `-` are the only ones in most articles; a body begins at level two all the same. */
function promoteHeadings(children: readonly RootContent[]): RootContent[] {
  let hasTop = false
  return children.map((node) => {
    if (node.type !== 'heading') return node
    hasTop ||= node.depth === 2
    return hasTop ? node : { ...node, depth: 2 }
  })
}

interface NamedFrame extends JekyllFrame {
  /** The number in the name of the file or of its folder. */
  readonly named: KbNumber | undefined
}

const CHECKS: readonly FrameCheck<NamedFrame>[] = [
  {
    kind: 'number-mismatch',
    fails: ({ number, named }) => number !== undefined && named !== undefined && named !== number,
    what: ({ number, named }) => `The header says ${number}, the folder or file says ${named}.`,
    handled: ({ number }) => `It was imported as ${number}.`,
  },
  {
    kind: 'number-mismatch',
    fails: ({ number, titleNumber }) => number !== undefined && titleNumber !== undefined && titleNumber !== number,
    what: ({ number, titleNumber }) => `The header says ${number}, the title says ${titleNumber}.`,
    handled: ({ number }) => `It was imported as ${number}.`,
  },
  {
    kind: 'no-date',
    fails: ({ fields }) => parseDumpDate(fields.get('Last Modified') ?? '') === undefined,
    what: ({ fields }) => `The header has no date: "${(fields.get('Last Modified') ?? '').slice(0, 40)}".`,
    handled: () => 'The date was left out.',
  },
  {
    kind: 'no-raw-markers',
    fails: ({ hasRawMarkers }) => !hasRawMarkers,
    what: () => 'The raw markers around the text are missing.',
    handled: () => 'All lines after the front matter were read; compare the article with the file.',
  },
  {
    kind: 'no-title',
    fails: ({ title }) => title === '',
    what: () => 'The article has no title.',
    handled: () => 'The number stands in its place; write the title into the file.',
  },
]

/** `ENDUSER | s_quickc | mspl13_c`: keywords, the last of which is the collection. `See article` names no product. */
function frontMatterOf({ fields }: JekyllFrame): Partial<FrontMatter> {
  const keywords = (fields.get('Keyword') ?? '').split(/[\s|]+/).filter((word) => word !== '')
  const collection = keywords.find((word) => /^mspl\d+_/.test(word))
  const product = fields.get('Product') ?? ''
  const systems = (fields.get('Operating System') ?? '').split('|').map((part) => part.trim())
  // In nine articles a version slipped into this field.
  const platforms = systems.filter((part) => part !== '' && !/^\d/.test(part))
  const versions = [fields.get('Version') ?? '', ...systems.filter((part) => /^\d/.test(part))]
  const version = versions
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' | ')
  const reviewed = parseDumpDate(fields.get('Last Modified') ?? '')
  return {
    products: product === '' || /^see article$/i.test(product) ? [] : [product],
    ...(platforms.length > 0 && { platforms: [...new Set(platforms)] }),
    ...(version !== '' && { version }),
    ...(reviewed !== undefined && { reviewed }),
    ...(keywords.length > 0 && { keywords }),
    ...(collection !== undefined && { collection }),
  }
}

/** The last paragraph may hold search words: `Additional reference words: buglist3.00 buglist2.01`. */
function cutQueryWords(text: string): { body: string; queryWords: string } {
  const match = /\n *Additional (?:reference|query) words *:((?:.*\n?)(?:[^\n]+\n?)*)\s*$/i.exec(text)
  if (!match) return { body: text, queryWords: '' }
  return { body: text.slice(0, match.index), queryWords: (match[1] ?? '').trim().replace(/\s+/g, ' ') }
}

function kindOfFrame({ title }: JekyllFrame, children: readonly RootContent[]): Partial<FrontMatter> {
  const isProblem = children.some(
    (node) =>
      node.type === 'paragraph' && /\bMicrosoft has confirmed this to be a (?:problem|bug)\b/.test(textOf(node)),
  )
  const headings = children.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : []))
  const kind = isProblem ? 'problem' : kindOf({ title, issueType: '', headings })
  return kind ? { kind } : {}
}
