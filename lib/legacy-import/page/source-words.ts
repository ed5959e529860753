import type { SourceWords } from '@/lib/legacy-import/shared/word-recall'
import { identifyPage } from './identity'
import { textToPageLines } from './line'

/**
 * Gives the words of page text that must be found again: what is left when chrome is gone. Dropped on purpose besides
 * chrome: the labels of the header, list markers, the labels of alerts, and addresses that repeat a reference.
 */
export function pageSourceWords(text: string): SourceWords {
  const source = textToPageLines(text).filter(({ kind }) => kind === 'text' || kind === 'heading')
  const { lines } = identifyPage(textToPageLines(text), '')
  const body = lines.flatMap(({ kind, text: line }) => (kind === 'text' || kind === 'heading' ? [line] : []))
  return {
    body: withoutMarkup(body.join('\n')),
    frontMatter: withoutLabels(
      takenLines(
        source.map(({ text: line }) => line),
        body,
      ).join('\n'),
    ),
  }
}

/** The source lines that went to the front matter: those missing from the body, as often as they are missing. */
function takenLines(source: readonly string[], body: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of body) left.set(line, (left.get(line) ?? 0) + 1)
  return source.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}

function withoutMarkup(body: string): string {
  return body
    .replace(/^\|? *(?:(?:[•·▪*-]|\d{1,3}[.)]|[a-zA-Z][.)]) *(?:\||(?=\s)))/gm, ' ')
    .replace(/^(?:Notes?|Important|Warning|Caution|Tip):?(?= ["“'(]?[A-Z0-9]|$)/gm, ' ')
    .replace(/\b(\d{5,7})\s*\(\s*https?:\/\/[^\s()]+\s*\)/g, '$1')
    .replace(/((?:https?|ftp):\/\/[^\s()]+)\s*\(\s*\1\/?\s*\)/g, '$1')
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'

function withoutLabels(lines: string): string {
  return lines
    .replace(new RegExp(`\\b(?:${MONTH}) \\d{1,2},\\s?(?=\\d{4})`, 'g'), ' ')
    .replace(/\b\d{1,2}\/\d{1,2}\/(?=\d{4})/g, ' ')
    .replace(/\bArticle ID\b|\bLast Review(?:ed)?\b|\bRevision\b|\bView products that this article applies to\b/gi, ' ')
    .replace(/\bThis article was(?: |\n)previously(?: |\n)published(?: |\n)under\b|\bArticle Last Modified on\b/gi, ' ')
    .replace(
      /^(?:Keywords?|Additional (?:query|reference) words|APPLIES TO|The information in this article applies to)\b/gim,
      ' ',
    )
    .replace(/^(?:Properties|Article Info|Article Properties)$/gm, ' ')
    .replace(/^(?:Created on|Published on|Exists online|Views) ?:.*$/gim, ' ')
    .replace(/\b(?:KB|Q|JP)\d{5,7}\b/g, ' ')
    .replace(/^\s*(\d{5,7})\s*$/gm, ' ')
}
