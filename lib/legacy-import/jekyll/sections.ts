import type { TextLine } from '@/lib/legacy-import/shared/text-line'

/** A part of a body, with the label that stood above it as its heading. */
export interface JekyllSection {
  readonly heading?: string
  readonly lines: readonly TextLine[]
}

/**
 * Cuts a body at the lines `Question:`, `Response:` and `Problem:`, which stand alone and are to this generation what
 * SYMPTOMS and RESOLUTION became later (293 articles have a response, 214 a question, 80 a problem).
 */
export function cutJekyllSections(lines: readonly TextLine[]): JekyllSection[] {
  const sections: { heading?: string; lines: TextLine[] }[] = [{ lines: [] }]
  lines.forEach((line, index) => {
    const label = LABEL.exec(line.text)?.[1]
    const isFree = (lines[index - 1]?.text ?? '') === ''
    if (label !== undefined && isFree) sections.push({ heading: label, lines: [] })
    else sections.at(-1)?.lines.push(line)
  })
  return sections
    .map((section) => ({ ...section, lines: withoutFirstIndents(section.lines) }))
    .filter(({ heading, lines: own }) => heading !== undefined || own.some(({ text }) => text !== ''))
}

const LABEL = /^(Question|Response|Problem|Answer|Solution|Workaround|References?|Remarks) ?:$/

/** Some articles indent the first line of a paragraph by three (Q28531); the lines below it stand at the margin. */
function withoutFirstIndents(lines: readonly TextLine[]): TextLine[] {
  return lines.map((line, index) => {
    const next = lines[index + 1]
    const isFirst = (lines[index - 1]?.text ?? '') === '' && line.indent >= 2 && line.indent <= 5
    const goesOnAtMargin =
      next !== undefined && next.text !== '' && next.indent === 0 && /^ +[A-Z"'][\w'"]* [\w'"(]/.test(line.text)
    if (!isFirst || !goesOnAtMargin || line.text.length < 55) return line
    return { ...line, text: line.text.trimStart(), indent: 0 }
  })
}
