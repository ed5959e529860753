import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import type { Problem } from '@/lib/legacy-import/shared/legacy-record'
import { numberOfFile } from '@/lib/legacy-import/shared/number-of-file'
import { type PageFacts, takePageFact } from './facts'
import { isVocabularyHeading } from './headings'
import type { PageLine } from './line'

/** What a page says about itself, and the lines that are left for the body. */
export interface PageIdentity {
  readonly frontMatter: Partial<FrontMatter>
  readonly lines: readonly PageLine[]
  readonly problems: readonly Problem[]
}

/**
 * Takes number, title, dates, products and keywords out of the lines of a page. The number comes from `Article ID`, else
 * from the article's own keyword or `(KBnnnnnn)` in the text, else from the file name.
 */
export function identifyPage(source: readonly PageLine[], file: string, outside: OutsideTitles = {}): PageIdentity {
  const facts: PageFacts = { products: [], keywords: [] }
  const lines: PageLine[] = []
  for (let index = 0; index < source.length; ) {
    const line = source[index]
    if (!line) break
    const used = takePageFact(source, index, facts)
    // What was taken ends the paragraph before it, as the page did.
    if (used > 0) lines.push({ ...line, kind: 'chrome', text: '' })
    else lines.push(line)
    if (used > 0) dropLabelAbove(lines)
    if (used > 0 && facts.idIndex === undefined && facts.number !== undefined) facts.idIndex = lines.length - 1
    index += Math.max(used, 1)
  }

  const isTextTitled = facts.idIndex !== undefined || !outside.isSavedPage
  const title =
    outside.heading ?? facts.title ?? (isTextTitled ? takeTitle(lines, facts.idIndex) : undefined) ?? outside.window
  const numbered = /^(.*\S) ?\((?:KB|Q)?(\d{6,7})\)$/.exec(title ?? '')
  const { number, problems } = chooseNumber({ facts, lines, file, inTitle: numbered?.[2] })
  if (title === undefined && number !== undefined) problems.push(noTitle(file, number))
  const frontMatter: Partial<FrontMatter> = {
    ...(number !== undefined && { number, title: numbered?.[1] ?? title ?? `KB${number}` }),
    products: facts.products,
    ...(facts.reviewed && { reviewed: facts.reviewed }),
    ...(facts.revision && { revision: facts.revision }),
    ...(facts.alias !== undefined && facts.alias !== number && { aliases: [facts.alias] }),
    ...(facts.keywords.length > 0 && { keywords: facts.keywords }),
    ...(facts.queryWords && { queryWords: facts.queryWords }),
  }
  return { frontMatter, lines, problems }
}

/** Later pages print the number below the text, under a heading of its own. */
function dropLabelAbove(lines: PageLine[]): void {
  let at = lines.length - 2
  while (lines[at]?.kind === 'blank' || lines[at]?.kind === 'chrome') at--
  const line = lines[at]
  if (line && /^(?:Properties|Article Info|Article Properties)$/.test(line.text))
    lines[at] = { ...line, kind: 'chrome', text: '' }
}

/** Titles that are not among the lines: the first heading of a saved page, and the title of its window. */
export interface OutsideTitles {
  readonly heading?: string
  readonly window?: string
  /** In a saved page a first line is a title only beside the `Article ID`: its headings are known. */
  readonly isSavedPage?: true
}

interface NumberSources {
  readonly facts: PageFacts
  readonly lines: readonly PageLine[]
  readonly file: string
  readonly inTitle: string | undefined
}

function chooseNumber({ facts, lines, file, inTitle }: NumberSources): {
  number: KbNumber | undefined
  problems: Problem[]
} {
  const named = numberOfFile(file)
  const stated = facts.number ?? toKbNumber(Number(inTitle)) ?? facts.keywordNumber ?? numberInText(lines, named)
  const number = stated ?? named
  if (number === undefined || named === undefined || number === named) return { number, problems: [] }
  const problem: Problem = {
    file,
    line: facts.numberLine ?? 1,
    what: `The page is the article ${number}, its file is named after ${named}.`,
    handled: `It was imported as ${number}; rename the file.`,
    number,
    kind: 'number-mismatch',
  }
  return { number, problems: [problem] }
}

/** `(KB940006)` in the text is the article's own number if it is the only one, or the one that the file is named after. */
function numberInText(lines: readonly PageLine[], named: KbNumber | undefined): KbNumber | undefined {
  const found = new Set<number>()
  for (const { text } of lines) for (const match of text.matchAll(/\(KB ?(\d{5,7})\)/g)) found.add(Number(match[1]))
  if (named !== undefined && found.has(named)) return named
  const [only] = found
  return found.size === 1 && only !== undefined ? toKbNumber(only) : undefined
}

function noTitle(file: string, number: KbNumber): Problem {
  return {
    file,
    line: 1,
    what: 'The page has no title.',
    handled: `The number stands in its place; write the title of KB${number} into the file.`,
    number,
    kind: 'no-title',
  }
}

/**
 * Takes the title out of the lines: it stands before or after the `Article ID` line; without one it is the first line,
 * if that is set apart from the text.
 */
function takeTitle(lines: PageLine[], idIndex: number | undefined): string | undefined {
  const isAtTop = idIndex !== undefined && !lines.slice(0, idIndex).some(isOfBody)
  const candidates = isAtTop ? [lastTextBefore(lines, idIndex), nextText(lines, idIndex)] : [firstText(lines)]
  for (const at of candidates) {
    const line = at === undefined ? undefined : lines[at]
    if (at === undefined || !line || !isTitleLike(line.text)) continue
    if (!isAtTop && !isSetApart(lines, at)) continue
    let title = line.text
    let end = at + 1
    // A title may be wrapped; blank lines or chrome end it.
    while (isAtTop && lines[end]?.kind === 'text' && /^[a-z]/.test(lines[end]?.text ?? ''))
      title += ` ${lines[end++]?.text}`
    for (let index = at; index < end; index++) lines[index] = { ...line, kind: 'chrome', text: '' }
    return title
  }
  return undefined
}

function isOfBody({ kind, text }: PageLine): boolean {
  return kind === 'section-end' || kind === 'heading' || isVocabularyHeading(text)
}

function firstText(lines: readonly PageLine[]): number | undefined {
  const at = lines.findIndex(({ kind }) => kind === 'text' || kind === 'heading')
  return at < 0 ? undefined : at
}

function lastTextBefore(lines: readonly PageLine[], end: number): number | undefined {
  let at = lines.slice(0, end).findLastIndex(({ kind }) => kind === 'text')
  // A title may be wrapped; it goes on in lower case.
  while (at > 0 && lines[at - 1]?.kind === 'text' && /^[a-z]/.test(lines[at]?.text ?? '')) at--
  return at < 0 ? undefined : at
}

function nextText(lines: readonly PageLine[], start: number): number | undefined {
  const at = lines.findIndex(({ kind }, index) => index > start && (kind === 'text' || kind === 'heading'))
  return at < 0 || lines[at]?.kind === 'heading' ? undefined : at
}

function isTitleLike(text: string): boolean {
  if (text.length > 300 || isVocabularyHeading(text) || /^[|•·-]/.test(text)) return false
  return /^["“'([]?[\w-]/.test(text) && !/[.:;,]$/.test(text) && /[a-z]/i.test(text)
}

/** The first line is a title if something other than the next line of its paragraph comes after it. */
function isSetApart(lines: readonly PageLine[], at: number): boolean {
  const next = lines[at + 1]
  if (next?.kind !== 'text') return next !== undefined
  if (/^(?:Important|Warning|Note|Caution) [A-Z]/.test(next.text)) return true
  // Longer than any line of the wrapped text below it: it was ended on purpose.
  if (/\b(?:the|an?|and|or|of|to|in|on|for|by|with|from|that|is|are)$/.test(lines[at]?.text ?? '')) return false
  const wrapped = lines.slice(at + 1).filter(({ kind, text }, index) => {
    const below = lines[at + 2 + index]
    return kind === 'text' && below?.kind === 'text' && /^[a-z]/.test(below.text) && !/[.?!:]$/.test(text)
  })
  const width = Math.max(...wrapped.map(({ text }) => text.length))
  const length = lines[at]?.text.length ?? 0
  return wrapped.length > 3 && length >= 60 && length > width * 1.2 && /^[A-Z]/.test(next.text)
}
