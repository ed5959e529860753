import { hasColumnGap, type TextLine } from '@/lib/legacy-import/shared/text-line'

/**
 * Tells whether the line end between `line` and `next` was made by the formatter, which filled lines greedily to 80
 * columns while the text still had `&lt;`, `&gt;` and `&amp;`. Everything else is a break that the author typed.
 */
export function isSoftEnd(line: TextLine, next: TextLine, isLastOfBlock = false): boolean {
  const word = firstWord(next.text)
  const total = formattedLength(line.text) + line.extra + 1 + formattedLength(word)
  if (total >= SOFT_TOTAL) return true
  return total === SOFT_TOTAL - 1 && isLastOfBlock && next.text.trim() === word
}

/** Tells whether every line end of a block was made by the formatter; a block of one line has none. */
export function isAllSoft(lines: readonly TextLine[]): boolean {
  return lines.every((line, index) => {
    const next = lines[index + 1]
    return next === undefined || isSoftEnd(line, next, index + 2 === lines.length)
  })
}

/** Tells whether a line is longer than the formatter writes: its block was copied, not wrapped. */
export function isCopied({ text }: TextLine): boolean {
  return formattedLength(text) > LONGEST_LINE
}

/** What is known about the width to which a file was wrapped by hand before it met the formatter. */
export interface HandWidths {
  readonly widths: ReadonlySet<number>
}

/**
 * Joins the lines of a block of prose: ends made by the formatter, and all greedy ends of a block that was wrapped by
 * hand at its own width. Gives one string for each line that the author meant.
 */
export function joinLines(lines: readonly TextLine[], hand: HandWidths = NO_HAND_WIDTHS): string[] {
  const isHand = isHandWrapped(lines, hand)
  const width = longest(lines)
  const joined: string[] = []
  let last: TextLine | undefined
  lines.forEach((line, index) => {
    const isLast = index + 1 === lines.length
    const isContinuation =
      last !== undefined &&
      !isLinkTarget(line.text) &&
      (isSoftEnd(last, line, isLast) ||
        (isHand && isGreedy(last, line, width)) ||
        (isLong(last, width) && continuesSentence(last, line)))
    const text = line.text.trim()
    if (isContinuation) joined.push(`${joined.pop()} ${text}`)
    else joined.push(text)
    last = line
  })
  return joined
}

/**
 * Tells whether a sentence was broken by hand between two lines: the first is long and does not end, and the second
 * starts with small letters, or the first ends in a word that always has another behind it.
 */
export function continuesSentence(line: TextLine, next: TextLine): boolean {
  if (line.text.trim().length < HAND_LEAST || !/[a-z,)"']$/.test(line.text)) return false
  if (hasColumnGap(line.text.trim()) || hasColumnGap(next.text.trim())) return false
  return /^\s*[a-z]+(?:[ ,.-]|$)/.test(next.text) || OPEN_WORD.test(line.text)
}

/**
 * Tells whether a block was wrapped by hand: its lines are long, none has a column gap, and each end is greedy for the
 * width of the block. Two lines are little evidence; then the rest of the file must have been wrapped at that width, or
 * the break must stand inside a sentence.
 */
export function isHandWrapped(lines: readonly TextLine[], hand: HandWidths = NO_HAND_WIDTHS): boolean {
  if (lines.length < 2 || lines.some(({ text }) => hasColumnGap(text.trim()))) return false
  const width = longest(lines)
  if (width > HAND_LONGEST || width < HAND_NARROWEST) return false
  let breaksInsideSentence = false
  let greedy = 0
  let hard = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index]
    const next = lines[index + 1]
    if (!line || !next || isSoftEnd(line, next, index + 2 === lines.length)) continue
    hard++
    if (
      !isLong(line, width) ||
      line.text.length < HAND_LEAST ||
      CODE_END.test(line.text) ||
      !isGreedy(line, next, width)
    )
      continue
    greedy++
    if (!SENTENCE_END.test(line.text) || /^\s*[a-z]/.test(next.text)) breaksInsideSentence = true
  }
  if (greedy < hard * HAND_MOSTLY) return false
  if (lines.length > 2) return breaksInsideSentence
  return (
    [...hand.widths].some((known) => known >= width - 1 && width > known - HAND_TOLERANCE * 3) || breaksInsideSentence
  )
}

/** Collects the widths of the blocks of three lines and more that were wrapped by hand. */
export function findHandWidths(blocks: Iterable<readonly TextLine[]>): HandWidths {
  const widths = new Set<number>()
  for (const lines of blocks)
    if (lines.length > 2 && isHandWrapped(lines) && !isAllSoft(lines)) widths.add(longest(lines))
  return { widths }
}

const NO_HAND_WIDTHS: HandWidths = { widths: new Set() }
const SOFT_TOTAL = 81
const LONGEST_LINE = 81
const HAND_LONGEST = 82
const HAND_SHORTEST = 55
const HAND_LEAST = 40
/** One line in five may have been changed after it was wrapped. */
const HAND_MOSTLY = 0.8
const HAND_NARROWEST = 48
const HAND_RAGGED = 12
const HAND_TOLERANCE = 3
const SENTENCE_END = /[.?!:]["')]*$/
const OPEN_WORD = / (?:the|a|an|of|or|and|from|to|by|in|for|with|your|is|are|was|that|this|these|not|be)$/
const CODE_END = /[;{}=\\|]$/

/** The length that the formatter saw. */
function formattedLength(text: string): number {
  let length = text.length
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x3c || code === 0x3e) length += 3
    else if (code === 0x26) length += 4
  }
  return length
}

/** A line that is only `(http://...)` is the target of the line above, however long that is. */
function isLinkTarget(text: string): boolean {
  return /^\s*\((?:https?|ftp):\/\/[^\s()<>]+\)(?: \([^()]{1,40}\))?$/i.test(text)
}

function firstWord(text: string): string {
  return /\S+/.exec(text)?.[0] ?? ''
}

function longest(lines: readonly TextLine[]): number {
  return lines.reduce((width, { text }) => Math.max(width, text.length), 0)
}

function isLong({ text }: TextLine, width: number): boolean {
  return text.length >= HAND_SHORTEST || (text.length >= width - HAND_RAGGED && width >= HAND_SHORTEST)
}

function isGreedy(line: TextLine, next: TextLine, width: number): boolean {
  return line.text.length + 1 + firstWord(next.text).length > width - HAND_TOLERANCE
}
