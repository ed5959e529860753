/** One line of a dump: the raw text without blanks at its end, its depth, and its place in the file. */
export interface TextLine {
  readonly text: string
  /** Columns before the first character; a TAB counts to the next multiple of eight. */
  readonly indent: number
  /** The line in the source file, counted from 1. */
  readonly number: number
  /** What the formatter counted beyond the text: a `<BR/>` that was left at the line end. */
  readonly extra: number
}

/** Splits text into lines; a line that holds only blanks or `<BR/>` is an empty line. */
export function toTextLines(text: string): TextLine[] {
  return text.split('\n').map((raw, index) => {
    const trimmed = raw.trimEnd()
    if (trimmed === '' || LINE_BREAK_ONLY.test(trimmed)) return { text: '', indent: 0, number: index + 1, extra: 0 }
    const tag = trimmed.endsWith('>') ? (LINE_BREAK_AT_END.exec(trimmed)?.[0] ?? '') : ''
    const text = tag === '' ? trimmed : trimmed.slice(0, -tag.length).trimEnd()
    return { text, indent: indentOf(text), number: index + 1, extra: tag === '' ? 0 : tag.length + ESCAPED_BRACKETS }
  })
}

/** Tells whether a line is drawn: at least `least` of one of `= - * _ ~ #`, and nothing else but blanks around. */
export function isRule(text: string, least = 3): boolean {
  const trimmed = text.trim()
  return trimmed.length >= least && RULE.test(trimmed)
}

/** Tells whether two or more blanks stand inside a line where no sentence ends, as in tables and term lists. */
export function hasColumnGap(text: string): boolean {
  return COLUMN_GAP.test(text.replace(SECTION_NUMBER, ''))
}

/** Takes the smallest indent of the lines away and keeps everything else. */
export function dedentLines(lines: readonly TextLine[]): string {
  const indents = lines.filter(({ text }) => text !== '').map(({ text }) => LEADING_SPACES.exec(text)?.[0].length ?? 0)
  const margin = indents.length === 0 ? 0 : Math.min(...indents)
  return lines.map(({ text }) => text.slice(margin)).join('\n')
}

/** Gives the blank lines that stood between two blocks. */
export function gapBetween(above: readonly TextLine[], below: readonly TextLine[]): TextLine[] {
  const last = above.at(-1)?.number ?? 0
  const gap = Math.max(0, (below[0]?.number ?? last + 1) - last - 1)
  return Array.from({ length: gap }, (_, at) => ({ text: '', indent: 0, number: last + 1 + at, extra: 0 }))
}

const LINE_BREAK_AT_END = /<BR ?\/>$|(?<=--|==)<BR>$/
/** `<` and `>` were `&lt;` and `&gt;` when the formatter counted. */
const ESCAPED_BRACKETS = 6
const LINE_BREAK_ONLY = /^\s*(?:<BR ?\/>\s*)+$/i
const RULE = /^(?:(?:- ){4,}-|=+|-+|\*+|_+|~+|#+|[-=]+)$/
const COLUMN_GAP = /[^\s.?!:]["')]{0,2}(?: {2,}| *\t+ *)(?=\S)|[.?!:]["')]{0,2} {3,}(?=\S)/
/** `2.1  User Notes` is a line of a table of contents. */
const SECTION_NUMBER = /^\s*\d{1,3}(?:\.\d{1,3})*\.? +/
const LEADING_SPACES = /^ */

function indentOf(text: string): number {
  let column = 0
  for (const character of text) {
    if (character === '\t') column += 8 - (column % 8)
    else if (character === ' ' || character === '\u00a0') column++
    else break
  }
  return column
}
