import { endsSentence, hasHeadingShape, isCapitalHeading, isVocabularyHeading } from './headings'
import type { PageLine } from './line'

/**
 * Tells whether the line at `index` is a heading: by its name, by its place after "Back to the top", or by the blank
 * lines around it. A short line inside a paragraph that was wrapped anywhere is none (docs/import-formats.md, rule 5).
 */
export function isHeadingAt(lines: readonly PageLine[], index: number): boolean {
  const line = lines[index]
  if (line?.kind === 'heading') return true
  if (line?.kind !== 'text') return false
  const text = line.text
  if (isCapitalHeading(text)) return true
  const next = lines[index + 1]
  if (next?.kind === 'text' && /^[a-z(),.;]/.test(next.text)) return false

  const before = contentBefore(lines, index)
  if (isVocabularyHeading(text) && !breaksSentence(before) && !isAnnounced(lines[index - 1], text)) return true
  if (!hasHeadingShape(text) || isLabelOfAlert(text)) return false
  const isAfterEnd = lines[previousIndex(lines, index)]?.kind === 'section-end'
  if (isAfterEnd) return next !== undefined
  const endsBefore = before !== undefined && endsSentence(before.text) && !before.text.endsWith(':')
  if (next?.kind === 'heading' && endsBefore) return true
  const isSet = lines[index - 1]?.kind !== 'text' && next?.kind !== 'text' && hasContentAfter(lines, index)
  if (isSet) return before === undefined || (endsText(before) && !before.text.endsWith(':'))
  return (
    /^(?:How to|Steps to|Issues that|Information about)\b/.test(text) && endsBefore && /^[A-Z|]/.test(next?.text ?? '')
  )
}

/** Right below a colon `How to obtain the update rollup` is the first of the things that are listed. */
function isAnnounced(previous: PageLine | undefined, text: string): boolean {
  if (previous?.kind !== 'text' || !previous.text.endsWith(':')) return false
  return /^(?:how to|information about|issues that|method|step|option)\b/i.test(text)
}

/** The line of text before, over blank lines and chrome; a heading or a row counts as one. */
function contentBefore(lines: readonly PageLine[], index: number): PageLine | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at]
    if (line?.kind === 'section-end' || line?.kind === 'heading') return undefined
    if (line?.kind === 'text') return line
  }
  return undefined
}

function previousIndex(lines: readonly PageLine[], index: number): number {
  let at = index - 1
  while (at >= 0 && (lines[at]?.kind === 'blank' || lines[at]?.kind === 'chrome')) at--
  return at
}

function hasContentAfter(lines: readonly PageLine[], index: number): boolean {
  for (let at = index + 1; at < lines.length; at++) {
    const kind = lines[at]?.kind
    if (kind === 'text' || kind === 'heading') return true
  }
  return false
}

/** A line that ends so cannot stand before a heading: the sentence goes on. */
function breaksSentence(before: PageLine | undefined): boolean {
  if (!before) return false
  return /,$|\b(?:the|an?|and|or|of|to|in|on|for|by|with|from|that|this|is|are|see|your)$/i.test(before.text)
}

/** Text that is at its end: a sentence, a heading, an address, a row, an item. */
function endsText(before: PageLine): boolean {
  if (endsSentence(before.text) || isVocabularyHeading(before.text)) return true
  return (
    /\)$|\|$|https?:\S+$/.test(before.text) ||
    /^(?:[•·▪*-]|\d{1,3}[.)]|Q?\d{5,7})\s/.test(before.text) ||
    hasHeadingShape(before.text)
  )
}

function isLabelOfAlert(text: string): boolean {
  return /^(?:Notes?|Important|Warning|Caution|Tip)(?: ["“A-Z]|:|$)/.test(text)
}
