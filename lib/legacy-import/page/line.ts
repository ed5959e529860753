import { chromeKind } from './chrome'
import { splitFusedLine } from './fused'

/** One line of page text after page chrome is gone; `section-end` stands where "Back to the top" was. */
export interface PageLine {
  readonly kind: 'text' | 'blank' | 'heading' | 'section-end' | 'chrome'
  /** The text without outer blanks. */
  readonly text: string
  readonly indent: number
  /** The line in the source file, counted from 1. */
  readonly line: number
}

/** Cuts page text into lines, separates chrome from text and cuts lines that were fused (docs/import-formats.md). */
export function textToPageLines(text: string): PageLine[] {
  const source = joinBrokenChrome(text).split('\n')
  const isFused = source.some((line) => FUSED_HEADING.test(line))
  const lines: PageLine[] = []
  source.forEach((raw, index) => {
    const plain = tabsToCells(source, index) ?? raw.replace(/[\u00a0\t]/g, ' ')
    const indent = plain.length - plain.trimStart().length
    for (const piece of splitFusedLine(plain.trim().replace(/ {2,}/g, ' '), isFused)) {
      const kind = piece.isHeading ? 'heading' : kindOf(piece.text)
      lines.push({ kind, text: piece.text, indent, line: index + 1 })
    }
  })
  return withoutTail(lines)
}

/** Some extractions write a table with TABs between the cells; two rows or more with as many are one. */
function tabsToCells(source: readonly string[], index: number): string | undefined {
  const count = (line: string | undefined) => line?.trim().split('\t').length ?? 0
  const own = count(source[index])
  if (own < 2 || (count(source[index - 1]) !== own && count(source[index + 1]) !== own)) return undefined
  return `${source[index]
    ?.trim()
    .split('\t')
    .map((cell) => cell.trim())
    .join(' | ')} |`
}

/** Below the last "Article Translations" come links of the site; an article has sections there, not a few words. */
function withoutTail(lines: readonly PageLine[]): PageLine[] {
  const last = lines.findLastIndex(({ kind, text }) => kind === 'chrome' && /^\|? *article translations$/i.test(text))
  const tail = lines.slice(last + 1).filter(({ kind }) => kind === 'text' || kind === 'heading')
  const isAtEnd =
    last > lines.length / 2 && tail.length <= 30 && tail.every(({ kind, text }) => kind === 'text' && text.length < 60)
  return isAtEnd ? lines.slice(0, last) : [...lines]
}

/** Wherever a canonical heading is glued to the sentence after it, the page was flattened without line ends. */
const FUSED_HEADING =
  /(?:SUMMARY|INTRODUCTION|SYMPTOMS|CAUSE|RESOLUTION|WORKAROUND|STATUS|MORE INFORMATION|REFERENCES)(?:[A-Z][a-z]|[AI] )|[a-z\d.)](?:SUMMARY|INTRODUCTION|SYMPTOMS|CAUSE|RESOLUTION|WORKAROUND|STATUS|MORE INFORMATION|REFERENCES) [A-Z]/

function kindOf(text: string): PageLine['kind'] {
  return text === '' ? 'blank' : (chromeKind(text) ?? 'text')
}

/** `Back to` / `the top`: a chrome line that the source had broken; the line count stays as it was. */
function joinBrokenChrome(text: string): string {
  return text.replace(/^([ \t|]*(?:↑ *)?Back) *(?:\n *(to) +|(?: +to) *\n *)(the top[ |]*)$/gim, '$1 to $3\n')
}
