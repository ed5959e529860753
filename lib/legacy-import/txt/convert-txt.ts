import type { PhrasingContent, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { extractBugs, kindOf } from '@/lib/legacy-import/shared/facts'
import { checkFrame, type FrameCheck, toProblem } from '@/lib/legacy-import/shared/frame-checks'
import type { Conversion, Finding } from '@/lib/legacy-import/shared/legacy-record'
import { splitAtBreaks } from '@/lib/legacy-import/shared/line-breaks'
import { numberOfFile } from '@/lib/legacy-import/shared/number-of-file'
import { extractRelations } from '@/lib/legacy-import/shared/relations'
import { cleanTags } from '@/lib/legacy-import/shared/text-artefacts'
import { toTextLines } from '@/lib/legacy-import/shared/text-line'
import { containerToMdast } from './container-to-mdast'
import { buildContainerTree, type Container } from './container-tree'
import { prefaceToMdast } from './preface'
import { separateQuestions } from './questions'
import { parseTxtFrame, type TxtFrame } from './txt-frame'
import { splitUnits } from './txt-units'
import { findHandWidths } from './wrapping'

/** Converts the text of one TXT dump (`DOCUMENT:Q174932 ...`) into a record; never throws, whatever the text. */
export function convertTxt(text: string, file: string): Conversion {
  const frame = parseTxtFrame(toTextLines(text))
  const named = numberOfFile(file)
  // A header without a date was cut off, perhaps in the middle of its number; then the file name counts.
  const number = frame.date === undefined ? (named ?? frame.number) : (frame.number ?? named)
  const problems = checkFrame(CHECKS, { ...frame, named, chosen: number }, { file, number })
  const report = (finding: Finding) => problems.push(toProblem(finding, { file, number }))

  const units = splitUnits(frame.body)
  const hand = findHandWidths(units.flatMap((unit) => (unit.type === 'text' ? [unit.lines] : [])))
  const root: Container = buildContainerTree(units)
  const children = [...prefaceToMdast(frame.preface), ...separateQuestions(containerToMdast(root, { hand, report }))]
  if (children.length === 0) {
    report({
      line: 1,
      what: 'The body is empty.',
      handled: 'The article has a title and front matter only.',
      kind: 'empty-body',
    })
  }
  const tree: Root = { type: 'root', children }
  const known = { ...(number !== undefined && { number }), ...frontMatterOf(frame), ...factsOf(frame, children) }
  const frontMatter = { ...known, ...(number !== undefined && relationsOf(tree, number, known.title ?? '')) }
  return { record: { frontMatter, tree }, problems }
}

interface NamedFrame extends TxtFrame {
  /** The number in the name of the file. */
  readonly named: KbNumber | undefined
  /** The number under which the article is imported. */
  readonly chosen: KbNumber | undefined
}

const CHECKS: readonly FrameCheck<NamedFrame>[] = [
  {
    kind: 'no-number',
    fails: ({ number, named }) => number === undefined && named === undefined,
    what: ({ header }) => `The line DOCUMENT has no number: "${documentOf(header)}".`,
    handled: () => 'The file was not imported; name it after its number.',
  },
  {
    kind: 'no-number-in-header',
    fails: ({ number, named }) => number === undefined && named !== undefined,
    what: ({ header }) => `The line DOCUMENT has no number: "${documentOf(header)}".`,
    handled: ({ named }) => `The number ${named} was taken from the file name.`,
  },
  {
    kind: 'number-differs-from-file-name',
    fails: ({ number, named }) => number !== undefined && named !== undefined && named !== number,
    what: ({ number, named }) => `The header says ${number}, the file name says ${named}.`,
    handled: ({ chosen }) => `The article was imported as ${chosen}.`,
  },
  {
    kind: 'no-title',
    line: 2,
    fails: ({ header }) => !header.get('TITLE'),
    what: () => 'The header has no title.',
    handled: () => 'The number stands for the title.',
  },
  {
    kind: 'no-date',
    fails: ({ number, date }) => number !== undefined && date === undefined,
    what: ({ header }) => `The line DOCUMENT has no date: "${documentOf(header)}".`,
    handled: () => 'The date was left out.',
  },
  {
    kind: 'truncated-dump',
    fails: ({ footer }) => !footer.hasDisclaimer,
    what: () => 'The dump ends without the disclaimer: it may be truncated.',
    handled: () => 'What is there was imported.',
  },
  {
    kind: 'no-metadata-block',
    fails: ({ footer }) => !footer.hasMetadata,
    what: () => 'The dump has no metadata block.',
    handled: () => 'The header was used instead.',
  },
  {
    kind: 'no-closing-rule',
    fails: ({ footer }) => footer.hasMetadata && !footer.hasClosingRule,
    what: () => 'The rule below the body is missing.',
    handled: () => 'The body was taken to end at the metadata.',
  },
]

function documentOf(header: TxtFrame['header']): string {
  return (header.get('DOCUMENT') ?? '').slice(0, 60)
}

function frontMatterOf({ number, header, footer, date, collection, appliesTo }: TxtFrame): Partial<FrontMatter> {
  const field = (name: string): string => footer.fields.get(name) ?? ''
  const title = cleanTags(header.get('TITLE') ?? '').trim()
  return {
    title: title === '' ? `Q${number ?? ''}` : title,
    products: [...(appliesTo?.products ?? [])],
    productGroup: header.get('PRODUCT') || undefined,
    productGroups: Object.fromEntries(
      Object.entries(appliesTo?.productGroups ?? {}).map(([name, products]) => [name, [...products]]),
    ),
    platforms: [...(appliesTo?.platforms ?? [])],
    reviewed: date,
    version: versionOf(field('Version') || header.get('PROD/VER') || ''),
    keywords: words(footer.fields.has('Keywords') ? field('Keywords') : (header.get('KEYWORDS') ?? '')),
    technology: words(field('Technology')),
    issueType: field('Issue type') || undefined,
    solutionType: field('Solution Type') || undefined,
    hardware: words(field('Hardware')),
    collection: collection || undefined,
    queryWords: queryWordsOf(footer) || undefined,
  }
}

/** `:` alone says nothing. */
function versionOf(text: string): string | undefined {
  return /[^\s:]/.test(text) ? text : undefined
}

function queryWordsOf({ queryWords, fields }: TxtFrame['footer']): string {
  const known = new Set(words(fields.get('Keywords') ?? ''))
  const old = ['KBCategory', 'KBSubcategory']
    .flatMap((name) => words(fields.get(name) ?? ''))
    .filter((word) => !known.has(word))
  return [queryWords, ...old].join(' ').trim()
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function factsOf({ header, footer }: TxtFrame, children: readonly RootContent[]): Partial<FrontMatter> {
  const headings = children.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : []))
  const paragraphs = children.flatMap(paragraphTexts)
  const bugs = extractBugs(paragraphs)
  return {
    kind: kindOf({ title: header.get('TITLE') ?? '', issueType: footer.fields.get('Issue type') ?? '', headings }),
    ...(bugs.length > 0 ? { bugs } : {}),
  }
}

/** A list of fixes may name hundreds of articles; the index takes them from the text. */
function relationsOf(tree: Root, number: KbNumber, title: string): Partial<FrontMatter> {
  const { fixes: _, ...relations } = extractRelations(tree, { number, title })
  return relations
}

/** One text for each line of each paragraph. */
function paragraphTexts(node: RootContent | PhrasingContent): string[] {
  if (node.type === 'paragraph') return splitAtBreaks(node.children).map((line) => textOf(line))
  return 'children' in node && node.type !== 'heading' ? (node.children as RootContent[]).flatMap(paragraphTexts) : []
}
