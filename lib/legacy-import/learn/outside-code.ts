/** Lines of a text, in or outside of a fenced block of code. */
export interface Stretch {
  readonly lines: readonly string[]
  readonly isCode: boolean
  /** The index of the first line. */
  readonly start: number
}

/** A fence may stand in lists and quotations. */
const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})([^`]*)$/
const CLOSING = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/

/** Cuts the lines of a text before and after each fenced block. A fence that is not closed ends with the text. */
export function splitAtFences(lines: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  let fence: string | undefined
  let start = 0
  const cut = (end: number, isCode: boolean) => {
    if (end > start) stretches.push({ lines: lines.slice(start, end), isCode, start })
    start = end
  }
  for (const [index, line] of lines.entries()) {
    const before = fence
    fence = fenceBelow(line, before)
    if (before === undefined && fence !== undefined) cut(index, false)
    if (before !== undefined && fence === undefined) cut(index + 1, true)
  }
  cut(lines.length, fence !== undefined)
  return stretches
}

/** Gives the fence that is open below a line. */
function fenceBelow(line: string, fence: string | undefined): string | undefined {
  if (fence === undefined) return FENCE.exec(line)?.[1]
  const closing = CLOSING.exec(line)?.[1]
  return closing === undefined || closing[0] !== fence[0] || closing.length < fence.length ? fence : undefined
}

/** Removes each comment that begins outside of code, with all that it contains, fences as well. One that nothing ends stays. */
export function removeComments(text: string): string {
  let kept = ''
  /** What is kept of the line that is read, before a comment in it. */
  let before = ''
  let fence: string | undefined
  const lastEnd = text.lastIndexOf('-->')
  let first = text.indexOf(OPENING)
  for (let at = 0, end = -1; at <= text.length; ) {
    if (first !== -1 && first < at) first = text.indexOf(OPENING, at)
    if (end < at) end = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at)
    const mayBegin = first !== -1 && first < end && first < lastEnd && fence === undefined
    const start = mayBegin ? commentIn(text.slice(at, end), first - at) : -1
    const close = start === -1 ? -1 : text.indexOf('-->', at + start + OPENING.length)
    if (close === -1) {
      const line = before + text.slice(at, end)
      fence = fenceBelow(line, fence)
      kept += end < text.length ? `${line}\n` : line
      before = ''
      at = end + 1
    } else {
      before += text.slice(at, at + start)
      at = close + 3
    }
  }
  return kept
}

const OPENING = '<!--'

/** Gives where the first comment of a line begins that is not in backticks, or -1; `first` is where the first of all begins. */
function commentIn(line: string, first: number): number {
  const before = line.slice(0, first)
  if (!before.includes('`') || before.includes(OPEN)) return first
  const hidden: string[] = []
  const masked = hideCode(line, hidden)
  const start = masked.indexOf(OPENING)
  return start === -1 ? -1 : showCode(masked.slice(0, start), hidden).length
}

/** Changes a text outside of fenced code and of code in backticks. */
export function mapOutsideCode(text: string, change: (part: string) => string): string {
  return splitAtFences(text.split('\n'))
    .map(({ lines, isCode }) => (isCode ? lines.join('\n') : withCodeHidden(lines.join('\n'), change)))
    .join('\n')
}

/** Characters for private use, which stand in for code while the text around it is changed. */
const [OPEN, CLOSE] = ['\uE000', '\uE001']

function withCodeHidden(text: string, change: (part: string) => string): string {
  if (!text.includes('`') || text.includes(OPEN)) return change(text)
  const hidden: string[] = []
  const masked = text
    .split('\n')
    .map((line) => hideCode(line, hidden))
    .join('\n')
  return showCode(change(masked), hidden)
}

function showCode(text: string, hidden: readonly string[]): string {
  return text.replace(/\uE000(\d+)\uE001/g, (_, index: string) => hidden[Number(index)] ?? '')
}

/** Code in backticks ends with as many as it begins with, on the same line. */
function hideCode(line: string, hidden: string[]): string {
  const runs = [...line.matchAll(/`+/g)]
  const next = new Map<number, number>()
  const partners = runs.map(() => -1)
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.[0].length ?? 0
    partners[index] = next.get(length) ?? -1
    next.set(length, index)
  }
  let masked = ''
  let end = 0
  for (let index = 0; index < runs.length; index++) {
    const [run, partner] = [runs[index], runs[partners[index] ?? -1]]
    if (!run || !partner || isEscaped(line, run.index)) continue
    const close = partner.index + partner[0].length
    masked += `${line.slice(end, run.index)}${OPEN}${hidden.push(line.slice(run.index, close)) - 1}${CLOSE}`
    end = close
    index = partners[index] ?? index
  }
  return masked + line.slice(end)
}

function isEscaped(line: string, at: number): boolean {
  let slashes = 0
  while (line[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}
