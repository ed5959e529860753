import { isProse } from '@/lib/legacy-import/shared/code-patterns'
import { isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { isJekyllCodeLine } from './code-line'

/**
 * The formatter of this older generation filled lines to 70 columns: of 44,000 line ends in column-0 text, the sum of
 * a line, a blank and the next word is 71 for 5,860 and 70 for 348.
 */
const WIDTH = 70
/** The formatter of the TXT dumps filled lines to 80; its law decides what happens to the lines next. */
const TXT_WIDTH = 80

/** Tells whether the line end between two lines was made by the formatter of the Jekyll generation. */
export function isSoftJekyllEnd(line: string, next: string): boolean {
  const word = /\S+/.exec(next)?.[0] ?? ''
  return line.trimEnd().length + 1 + word.length > WIDTH
}

/**
 * Wraps the text of a block again at the width of the TXT dumps, so that their wrap law holds for it: ends of the old
 * formatter become ends of the new one, ends that the author typed stay.
 */
export function rewrapLines(lines: readonly TextLine[]): TextLine[] {
  const out: TextLine[] = []
  let index = 0
  while (index < lines.length) {
    let end = index + 1
    while (end < lines.length && lines[index]?.text !== '' && lines[end]?.text !== '') end++
    out.push(...rewrapGroup(lines.slice(index, end)))
    index = end
  }
  return out
}

function rewrapGroup(group: readonly TextLine[]): TextLine[] {
  // A word such as `program.` looks like code only in the middle of code.
  const code = group.filter(({ text }) => isJekyllCodeLine(text.trim())).length
  if (code * 2 > group.length && group.length > 1) return [...group]
  const out: TextLine[] = []
  let index = 0
  while (index < group.length) {
    let end = index + 1
    while (end < group.length && goesOn(group[end - 1], group[end])) end++
    out.push(...(end === index + 1 ? group.slice(index, end) : wrap(group.slice(index, end))))
    index = end
  }
  return out
}

function goesOn(line: TextLine | undefined, next: TextLine | undefined): boolean {
  if (!line || !next || line.text === '' || next.text === '' || isVerbatim(line) || isVerbatim(next)) return false
  // A marker begins an item, even where the line above is full.
  if (/^ *(?:[-*] |\d{1,2}[.)] {1,4}[A-Z"'])/.test(next.text) && /[.:;]$/.test(line.text)) return false
  return isSoftJekyllEnd(line.text, next.text) || isEditedEnd(line.text, next.text)
}

/** A paragraph that was edited by hand: the line is not quite full, and its sentence goes on below. */
function isEditedEnd(line: string, next: string): boolean {
  if (line.length < 50 || !isProse(line.trim()) || /[.:;?!]["')]*$/.test(line)) return false
  return /^ *[a-z(./]/.test(next) || /\b(?:the|an?|and|or|of|to|in|on|for|by|with|from|that|is|are|your)$/.test(line)
}

/** Rules, and lines of code, tables and drawings, are what they are. */
function isVerbatim({ text }: TextLine): boolean {
  const plain = text.trim()
  return isRule(plain) || /\S {3,}\S/.test(plain) || /^[|+{}]|^#\s?[a-z]|[{}|\\]$/.test(plain)
}

/** The lines that follow hang where the second line did. */
function wrap(run: readonly TextLine[]): TextLine[] {
  const [first, second] = run
  if (!first || !second) return [...run]
  const hang = ' '.repeat(second.indent)
  const words = run.flatMap(({ text }, index) => (index === 0 ? [] : text.trim().split(/ +/)))
  const texts = [first.text]
  for (const word of words) {
    const last = texts.at(-1) ?? ''
    if (formattedLength(last) + 1 + formattedLength(word) > TXT_WIDTH) texts.push(hang + word)
    else texts[texts.length - 1] = `${last} ${word}`
  }
  return texts.map((text, index) => ({
    text,
    indent: index === 0 ? first.indent : second.indent,
    number: first.number + Math.min(index, run.length - 1),
    extra: 0,
  }))
}

/** As the law of the TXT dumps counts: that formatter saw `&lt;`, `&gt;` and `&amp;`. */
function formattedLength(text: string): number {
  return text.length + 3 * (text.match(/[<>]/g)?.length ?? 0) + 4 * (text.match(/&/g)?.length ?? 0)
}
