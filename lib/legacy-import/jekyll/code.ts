import { isProse, isSentence } from '@/lib/legacy-import/shared/code-patterns'
import { gapBetween, hasColumnGap, isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { headingAt } from '@/lib/legacy-import/txt/txt-headings'
import { isJekyllCodeLine } from './code-line'
import { isSoftJekyllEnd } from './lines'

/** A run of lines of a body: text, or code at the left margin. */
export interface JekyllSegment {
  readonly type: 'text' | 'code'
  readonly lines: readonly TextLine[]
}

/**
 * Cuts a body into text and code. Nearly every program of this generation stands at column 0 after a line such as `The
 * following is a code example:`, with blank lines in it; indented code is left to the rules of the TXT dumps.
 */
export function cutJekyllCode(lines: readonly TextLine[]): JekyllSegment[] {
  const groups = groupLines(lines)
  const isCode: boolean[] = []
  let isInList = false
  groups.forEach((group, index) => {
    const afterCode = isCode[index - 1] === true
    const lead = afterCode ? '' : lastLine(groups[index - 1])
    if (MARKER.test(group[0]?.text ?? '')) isInList = true
    else if (group[0]?.indent === 0) isInList = false
    isCode.push(isCodeGroup(group, { afterCode, lead, next: groups[index + 1], isInList }))
  })
  const segments: { type: 'text' | 'code'; lines: TextLine[] }[] = []
  groups.forEach((group, index) => {
    const type = isCode[index] ? 'code' : 'text'
    const last = segments.at(-1)
    if (last?.type === type) last.lines.push(...gapBetween(last.lines, group), ...group)
    else segments.push({ type, lines: [...group] })
  })
  return segments
}

interface Place {
  readonly afterCode: boolean
  /** The line above, which often says what follows. */
  readonly lead: string
  readonly next: readonly TextLine[] | undefined
  /** Indented code in a list belongs to an item; the rules of the TXT dumps know to which. */
  readonly isInList: boolean
}

const MARKER = /^ {0,3}(?:\d{1,2}[.)]|[-*o]|\(?[a-z0-9]\)) +\S/

function isCodeGroup(group: readonly TextLine[], { afterCode, lead, next, isInList }: Place): boolean {
  if (isDrawnBox(group)) return true
  if (headingAt(group, 0) || group.every(({ text }) => isRule(text))) return false
  const isIndented = Math.min(...group.map(({ indent }) => indent)) > 2
  if (isIndented && isInList) return false
  const texts = group.map(({ text }) => text.trim())
  const code = texts.filter(isJekyllCodeLine).length / texts.length
  const prose =
    texts.filter((text) => (isProse(text) || isSentence(text)) && !isJekyllCodeLine(text)).length / texts.length
  if (isWrappedText(group) || (code < 0.9 && /^(?:\d{1,2}\.|[-*]) {1,4}[A-Z]/.test(texts[0] ?? ''))) return false
  if (prose > 0.34 || /[a-z]{2} .*:$/.test(texts.at(-1) ?? '')) return false
  if (texts.length === 1 && !afterCode)
    return code === 1 && (/:$/.test(lead) || isStrongLine(texts[0] ?? '') || startsCode(next))
  if (code >= 0.5) return !isIndented || prose === 0
  if (isIndented && !afterCode) return false
  if (afterCode) return code >= 0.25 || (prose === 0 && (startsCode(next) || texts.every((text) => text.length < 12)))
  return CODE_LEAD.test(lead) && code >= 0.25 && !texts.every((text) => hasColumnGap(text))
}

const CODE_LEAD =
  /\b(?:code|program|example|listing|macro|batch file|make ?file|routine|function|definition|statements?|lines?)\b[^.]*:$/i

/** Can be nothing but code, even alone and without a lead. */
function isStrongLine(text: string): boolean {
  return /^#\s*(?:include|define|pragma)\b|^(?:DECLARE|COMMON SHARED|DEFINT|END SUB|END FUNCTION)\b|[;{}]$/.test(text)
}

/** A picture of a dialog box: `---- EXE Type ------`, lines, a rule (Q58106). */
function isDrawnBox(group: readonly TextLine[]): boolean {
  return group.length > 2 && /^ *-{3,} ?\S.*\S ?-{3,}$/.test(group[0]?.text ?? '') && isRule(group.at(-1)?.text ?? '')
}

function startsCode(group: readonly TextLine[] | undefined): boolean {
  if (!group) return false
  const code = group.filter(({ text }) => isJekyllCodeLine(text.trim())).length
  return code * 2 >= group.length && group.length > 1
}

/** A paragraph: all its ends were made by the formatter, or it reads like language all through. */
function isWrappedText(group: readonly TextLine[]): boolean {
  if (group.length < 2) return isSentence(group[0]?.text.trim() ?? '') && !isJekyllCodeLine(group[0]?.text.trim() ?? '')
  const isSoft = group.every(({ text }, index) => {
    const next = group[index + 1]
    return next === undefined || isSoftJekyllEnd(text, next.text)
  })
  const comments = group.filter(({ text }) => /^(?:'|\/\/|\/\*|\*|;|REM\b|C )/.test(text.trim())).length
  return isSoft && comments * 2 < group.length && /[a-z]{2,} [a-z]{2,}/.test(group[0]?.text ?? '')
}

function groupLines(lines: readonly TextLine[]): TextLine[][] {
  const groups: TextLine[][] = []
  let open = false
  for (const line of lines) {
    if (line.text === '') open = false
    else if (open) groups.at(-1)?.push(line)
    else {
      groups.push([line])
      open = true
    }
  }
  return groups
}

function lastLine(group: readonly TextLine[] | undefined): string {
  return group?.at(-1)?.text.trim() ?? ''
}
