import { hasColumnGap, type TextLine } from './text-line'

/** A heading of a dump: text at column 0 with a rule of the same length below it. */
export interface TxtHeading {
  /** 2 for a rule of `=`, 3 for a rule of `-`. */
  readonly depth: 2 | 3
  readonly text: string
  /** The index of the first line behind the rule. */
  readonly end: number
}

/** Gives the heading that starts at `index`, if there is one. */
export function headingAt(lines: readonly TextLine[], index: number): TxtHeading | undefined {
  const line = lines[index]
  if (!line || !isHeadingText(line)) return undefined
  return oneLineHeading(lines, index, line) ?? twoLineHeading(lines, index, line)
}

const HEADING_RULE = /^ ?(?:={2,}|-{2,})$/
const SECTION_NUMBER = /^(?:[A-Z]|\d{1,3})(?:\.\d{1,3})*[.:)]? +/
/** READMEs set rules by eye; beyond this difference they are separators. */
const RAGGED_RULE = 8

function isHeadingText({ text, indent }: TextLine): boolean {
  if (text === '' || indent > 0 || /^[|+=]/.test(text) || /^[\d\s.,+*/$x-]+$/.test(text)) return false
  if (HEADING_RULE.test(text) || /\t/.test(text)) return false
  return !/[^\s.:?!] {2,}\S/.test(text.replace(SECTION_NUMBER, ''))
}

function oneLineHeading(lines: readonly TextLine[], index: number, line: TextLine): TxtHeading | undefined {
  const rule = lines[index + 1]?.text ?? ''
  if (!HEADING_RULE.test(rule)) return undefined
  const above = lines[index - 1]?.text ?? ''
  const isFree = above === '' || /^ ?[-=*_]{3,}$/.test(above)
  const isLoose = (lines[index + 2]?.text ?? '') === ''
  const looksTyped = SECTION_NUMBER.test(line.text) || isAllCapitals(line.text)
  const difference = Math.abs(rule.trim().length - line.text.length)
  const fits =
    difference === 0
      ? isFree || isLoose || looksTyped
      : difference <= RAGGED_RULE && isFree && looksTyped && line.text.length < 60
  if (!fits || (difference > 0 && hasColumnGap(line.text))) return undefined
  return { depth: depthOf(rule), text: line.text.trim(), end: index + 2 }
}

/** The rule is as long as the longer line, and the second line is indented (Q93458). */
function twoLineHeading(lines: readonly TextLine[], index: number, line: TextLine): TxtHeading | undefined {
  const second = lines[index + 1]
  const rule = lines[index + 2]?.text ?? ''
  if (!second || second.text === '' || second.indent === 0 || !/^(?:={2,}|-{2,})$/.test(rule)) return undefined
  if ((lines[index - 1]?.text ?? '') !== '' || hasColumnGap(second.text.trim())) return undefined
  const longer = Math.max(line.text.length, second.text.length)
  const joined = line.text.length + second.text.trim().length
  if (Math.abs(rule.length - longer) > 1 && Math.abs(rule.length - joined) > 4) return undefined
  return { depth: depthOf(rule), text: `${line.text.trim()} ${second.text.trim()}`, end: index + 3 }
}

function depthOf(rule: string): 2 | 3 {
  return rule.includes('=') ? 2 : 3
}

function isAllCapitals(text: string): boolean {
  return /[A-Z]{2}/.test(text) && !/[a-z]/.test(text)
}
