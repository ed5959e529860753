import { hasColumnGap, isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'

/** A heading of a dump: text at column 0 with a rule of the same length below it, or with the number of a section. */
export interface TxtHeading {
  /** 2 for a rule of `=`, 3 for a rule of `-`, deeper ones by their numbers. */
  readonly depth: 2 | 3 | 4 | 5 | 6
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

/** `2.3.11  Catching Up`: at least two numbers, then a title that begins like one. */
const NUMBERED = /^(?<number>\d{1,2}(?:\.\d{1,2}){1,4})\.? {1,3}(?=["'(]?[A-Z0-9])(?<title>\S.*)$/
/** A title does not end like a sentence, and not like the line of a table of contents that names its page. */
const ENDS_LIKE_TEXT = /[.,:;]$|\.{3,} ?\d*$/
const LONGEST_TITLE = 200
const MOST_LINES = 3
/** Fewer numbered lines are versions or amounts rather than sections. */
const FEWEST = 3

interface Candidate extends TxtHeading {
  readonly index: number
  readonly number: readonly number[]
}

/**
 * Finds the numbered lines that are headings of a body, by the index of the line: up to three lines alone between blank lines,
 * in the order of their numbers, with text below. `1.0` is as deep as a chapter, `1.1` one deeper, and so on.
 */
export function findNumberedHeadings(lines: readonly TextLine[]): ReadonlyMap<number, TxtHeading> {
  const candidates = lines.flatMap((_, index) => candidateAt(lines, index) ?? [])
  const inOrder = candidates.filter((candidate, place) => follows(candidate, candidates.slice(0, place)))
  const withText = inOrder.filter((candidate, place) => !isEmpty(lines, candidate, inOrder[place + 1]))
  return new Map(withText.length < FEWEST ? [] : withText.map((candidate) => [candidate.index, candidate]))
}

function candidateAt(lines: readonly TextLine[], index: number): Candidate | undefined {
  const line = lines[index]
  const { number, title } = (line?.indent === 0 && NUMBERED.exec(line.text)?.groups) || {}
  if (!line || number === undefined || title === undefined || (lines[index - 1]?.text ?? '') !== '') return undefined
  const block = lines.slice(index, index + MOST_LINES + 1)
  const length = block.findIndex((one) => one.text === '')
  const end = index + (length < 0 ? block.length : length)
  const more = lines.slice(index + 1, end)
  // A title of several lines may hang below its first word.
  const column = line.text.length - title.length
  if (end - index > MOST_LINES || more.some(({ indent, text }) => (indent > 0 && indent !== column) || isRule(text)))
    return undefined
  const text = [number, title, ...more.map((one) => one.text.trim())].join(' ')
  if (text.length > LONGEST_TITLE || ENDS_LIKE_TEXT.test(text) || / {2,}/.test(title)) return undefined
  const numbers = number.split('.').map(Number)
  return { index, number: numbers, depth: depthOfNumber(numbers), text, end }
}

/** Below the sections of the dump (2) and its chapters (3). */
function depthOfNumber(number: readonly number[]): TxtHeading['depth'] {
  const levels = number.at(-1) === 0 ? number.length - 1 : number.length
  return ([3, 3, 4, 5, 6] as const)[Math.min(levels, 4)] ?? 6
}

/** The first of its level, or the next after one that came before: `3.51` follows nothing and is a version. */
function follows({ number }: Candidate, before: readonly Candidate[]): boolean {
  const last = number.at(-1) ?? 0
  if (last <= 1) return true
  const previous = [...number.slice(0, -1), last - 1].join('.')
  return before.some((candidate) => candidate.number.join('.') === previous)
}

/** A list of contents has the next number of the same level at once. */
function isEmpty(lines: readonly TextLine[], { end, number }: Candidate, next: Candidate | undefined): boolean {
  if (!next || next.number.length > number.length) return false
  return lines.slice(end, next.index).every(({ text }) => text === '')
}
