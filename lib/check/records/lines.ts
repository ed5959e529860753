/** A line of a text, and where it stands. */
export interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The prompt of a shell, with the command behind it: `C:\>wmic qfe`, `[PS] C:\>Get-HotFix`, `[EX01]: PS C:\>`, `>>`. */
const PROMPT = /^[ \t]{0,4}(?:(?:\[[\w.-]{1,63}\]:? ?)?(?:PS )?[A-Z]:\\[^>\n]{0,120}>|PS>|\[PS\])/i

/** Splits a text at its line ends. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    lines.push({ text: text.slice(start, stop), start, end: stop })
    start = stop + 1
  }
  return lines
}

/** Tells whether a line has nothing that is printed; what a pager writes between two pages is nothing. */
export function isBlank(line: string): boolean {
  return /^[\s`]*$/.test(line) || /^\s*-- More\b/i.test(line)
}

/** Tells whether a line is a command at the prompt of a shell. */
export function isPrompt(line: string): boolean {
  return PROMPT.test(line)
}

/** Gives the index of the line in which a place stands. */
export function lineIndexAt(lines: readonly Line[], place: number): number {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lines[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
