import { cleanArtefacts } from '@/lib/legacy-import/shared/text-artefacts'
import { isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { isSoftEnd } from './wrapping'

/** A line that names another article, with its title as far as it is given. */
export interface Reference {
  readonly digits: string
  readonly title: string
}

/** References at the start of a block, and how many of its lines they take. */
export interface References {
  readonly references: readonly Reference[]
  readonly lineCount: number
}

/** Reads references from the first line on: `Q152734 Title`, `Q170365 : INFO: ...`, or `ARTICLE-ID:` and `TITLE :`. */
export function readReferences(lines: readonly TextLine[]): References | undefined {
  const references: Reference[] = []
  let index = 0
  while (index < lines.length) {
    const read = readReference(lines, index)
    if (!read) break
    references.push(read.reference)
    index = read.end
  }
  return references.length === 0 ? undefined : { references, lineCount: index }
}

/** Tells whether a block is `TITLE : ...` alone: a blank line stands between it and its ARTICLE-ID. */
export function titleAlone(lines: readonly TextLine[]): string | undefined {
  const title = TITLE.exec(cleanArtefacts(lines[0]?.text ?? ''))?.[1]
  if (title === undefined) return undefined
  return [title, ...lines.slice(1).map(({ text }) => text.trim())].join(' ')
}

/** In 222 lines the blank behind the number is lost: `Q172147Add Printer Wizard Hangs`. */
const REFERENCE = /^Q(\d{5,6})(?:\s*[:.-](?=\s)|:)?(?:\s+(.*)|([A-Z][A-Za-z]*:? \S+ \S.*))?$/
const ARTICLE_ID = /^ARTICLE[- ]ID\s*:?\s*Q?(\d{5,6})\.?$/i
const TITLE = /^TITLE\s*:\s*(.*)$/i

function readReference(lines: readonly TextLine[], index: number): { reference: Reference; end: number } | undefined {
  const line = lines[index]
  if (!line) return undefined
  const text = cleanArtefacts(line.text)
  const id = ARTICLE_ID.exec(text)?.[1]
  if (id !== undefined) return readArticleId(lines, index, id)

  const [, digits, spaced, glued] = REFERENCE.exec(text) ?? []
  const title = spaced ?? glued ?? ''
  if (digits === undefined || !isTitle(title)) return undefined
  const end = titleEnd(lines, index)
  return { reference: { digits, title: joinTitle(title, lines.slice(index + 1, end)) }, end }
}

/** `Q123456 contains ...` is the start of a sentence, not a reference. */
function isTitle(title: string): boolean {
  return !/^(?:is|are|was|were|has|have|contains|describes|explains|does|and|or|for|in|to|which|that|provides|discusses|below)\b|^[,;)]/.test(
    title,
  )
}

function readArticleId(
  lines: readonly TextLine[],
  index: number,
  digits: string,
): { reference: Reference; end: number } {
  const title = TITLE.exec(cleanArtefacts(lines[index + 1]?.text ?? ''))?.[1]
  if (title === undefined) return { reference: { digits, title: '' }, end: index + 1 }
  const end = titleEnd(lines, index + 1)
  return { reference: { digits, title: joinTitle(title, lines.slice(index + 2, end)) }, end }
}

/** A title goes on while its line ends were made by the formatter, or while its lines hang below it. */
function titleEnd(lines: readonly TextLine[], start: number): number {
  let end = start + 1
  const first = lines[start]
  while (end < lines.length) {
    const last = lines[end - 1]
    const next = lines[end]
    if (
      !first ||
      !last ||
      !next ||
      /^\s*(?:Q\d{5,6}(?:\b|[A-Z])|ARTICLE[- ]ID|\(?https?:)/i.test(next.text) ||
      isRule(next.text)
    )
      break
    const hangs = next.indent > first.indent && last.text.length > 50
    if (!isSoftEnd(last, next, end + 1 === lines.length) && !hangs) break
    end++
  }
  return end
}

function joinTitle(title: string, more: readonly TextLine[]): string {
  return [title, ...more.map(({ text }) => text.trim())].join(' ').trim()
}
