import { isCodeLine, isProse, isSentence } from '@/lib/legacy-import/shared/code-patterns'
import { hasColumnGap, isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { type HandWidths, isAllSoft, isHandWrapped } from './wrapping'

/** What a block of lines is: code, running text, a message that is quoted, or short lines that belong on their own. */
export type BlockKind = 'code' | 'prose' | 'quote' | 'lines'

/** What is known about the place of a block. */
export interface BlockContext {
  /** How much deeper the block stands than the text of its container. */
  readonly depth: number
  readonly isInItem: boolean
  /** The paragraph before it, which often says what follows. */
  readonly intro: string
  readonly hand: HandWidths
}

/** Tells what a block is, in the order in which the signs are trustworthy. */
export function classifyBlock(lines: readonly TextLine[], context: BlockContext): BlockKind {
  const texts = lines.map(({ text }) => text.trim())
  if (context.depth >= 3 && texts.every(isStatement)) return 'code'
  const isOneIndent = lines.every(({ indent }) => indent === lines[0]?.indent)
  if (lines.length > 1 && isAllSoft(lines) && isOneIndent) {
    return startsLongPath(texts) ? 'code' : textKind(texts, context)
  }
  if (isDiagram(texts)) return 'code'
  const share = texts.filter(isCodeLine).length / texts.length
  if (share < MOSTLY && isHandWrapped(lines, context.hand)) return textKind(texts, context)
  if (isCode(texts, share, context)) return 'code'
  if (isListing(lines, texts, context)) return 'code'
  return textKind(texts, context)
}

/** `pLogPal->palVersion = 0x300;      // Windows Version 3.0`: an assignment or a call that ends, whatever stands behind it. */
function isStatement(text: string): boolean {
  return STATEMENT.test(text.slice(0, LONGEST_STATEMENT))
}

const LONGEST_STATEMENT = 300
const STATEMENT = /^[*&]{0,2}[A-Za-z_][\w.>[\]()*-]*(?:\s*[-+*/|&^]?=(?!=)\s*\S.*|\(.*\))\s*;\s*(?:\/\/.*|\/\*.*)?$/

/** Tells whether a block is one path or command that is longer than a line. */
export function startsLongPath(texts: readonly string[]): boolean {
  const [first = ''] = texts
  return LONG_PATH.test(first) && !texts.some((text) => isProse(text) || isSentence(text))
}

const LONG_PATH = /^(?:\[?HKEY_|\[?HK(?:LM|CU|CR|U)\\|\\\\[\w<%]|[A-Za-z]:\\)/
const MOSTLY = 0.4
const ANNOUNCED = 0.25
const AT_MARGIN = 0.5
const CODE_INTRO =
  /\b(?:code|commands?|program|syntax|script|batch file|macro|statements?|lines?|procedure|function|entry|entries|prompt|sql|query|html|section|source)\b[^.]*:$/i
const COMMAND_INTRO =
  /\b(?:type|enter|run|use|issue|execute)\b[^.:]*\b(?:command|syntax|line|statement)s?\b[^.:]*:$|\bcommand prompt\b[^.]*:$/i
const MESSAGE_INTRO =
  /\b(?:errors?|messages?|warnings?|prompts?|text|reads?|states?|displays?|displayed|says?|appears?|dialog box)\b[^.]*:?$/i

function isCode(texts: readonly string[], share: number, { depth, isInItem, intro }: BlockContext): boolean {
  const prose = texts.filter((text) => isProse(text) || isSentence(text)).length / texts.length
  if (depth < 3 && !isInItem) {
    return (
      share >= (CODE_INTRO.test(intro) ? MOSTLY : AT_MARGIN) &&
      prose <= 0.2 &&
      (texts.length > 1 || isStrongAlone(texts[0] ?? ''))
    )
  }
  if (share >= MOSTLY) return texts.length > 1 || prose === 0
  if (texts.length > 1 && share >= ANNOUNCED && prose <= 0.2 && CODE_INTRO.test(intro)) return true
  return (
    texts.length === 1 &&
    depth >= 3 &&
    prose === 0 &&
    COMMAND_INTRO.test(intro) &&
    !/^["(]|^(?:https?|ftp):/.test(texts[0] ?? '')
  )
}

/** At the margin a single line is code only if it can be nothing else. */
function isStrongAlone(text: string): boolean {
  return /^\[?HKEY_[A-Z_]+[\\/]/.test(text) || /^#include\b/.test(text) || /^[A-Za-z]:\\[^ ]*>\S/.test(text)
}

/** Listings, dumps and tables without a rule: column gaps in most lines, or more than two levels of indent. */
function isListing(lines: readonly TextLine[], texts: readonly string[], { depth, isInItem }: BlockContext): boolean {
  if (lines.length < 2) return depth >= 3 && hasWideGaps(texts[0] ?? '')
  const content = texts.filter((text) => !isRule(text))
  const gaps = content.filter((text) => hasColumnGap(text)).length
  if (content.length > 0 && gaps / content.length >= AT_MARGIN) return true
  const sentences = texts.filter((text) => isProse(text) || isSentence(text)).length
  const levels = new Set(lines.map(({ indent }) => indent)).size
  if (levels > 2 && sentences * 2 < lines.length) return true
  return (depth >= 3 || isInItem) && gaps >= 2 && sentences === 0
}

function hasWideGaps(text: string): boolean {
  return / {3,}\S.* {3,}\S/.test(text)
}

/** Box characters in columns: `|` in several lines, frames, arrows. */
function isDiagram(texts: readonly string[]): boolean {
  if (texts.length < 2) return false
  const drawn = texts.filter((text) =>
    /^[|+].*[|+]$|^\|| \| .*\||\+-{2,}|-{2,}\+|--+>|<--+|\/\\|^[\\/|_ ]+$|_{6,}/.test(text),
  ).length
  return drawn >= 2 && drawn * 3 >= texts.length
}

function textKind(texts: readonly string[], { depth, isInItem, intro }: BlockContext): BlockKind {
  const isText = texts.some((text) => isProse(text) || isSentence(text))
  if (depth < 3) return 'prose'
  if (isText && (!isInItem || depth >= 3)) return 'quote'
  if (texts.every((text) => /^(?:https?|ftp):|^Download |^\(?(?:https?|ftp):/i.test(text))) return 'prose'
  return MESSAGE_INTRO.test(intro) ? 'quote' : 'lines'
}
