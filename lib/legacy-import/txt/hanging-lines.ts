import { isCodeLine } from '@/lib/legacy-import/shared/code-patterns'
import type { TextLine } from '@/lib/legacy-import/shared/text-line'

/** An entry of a list that was set with blanks: `term   explanation`, wrapped at the column of the explanation. */
export interface HangingEntry {
  /** Set where two blanks or more stand behind the term; a label such as `Note:` belongs to the text. */
  readonly term: string | undefined
  readonly text: string
}

/** Gives the column at which a line that hangs below this one stands: that of the text behind the term. */
export function hangColumn(text: string): number | undefined {
  return HANG.exec(text)?.[0].length
}

/** Reads a block of which every line is an entry, or hangs below one; at least one must hang. */
export function readHangingEntries(lines: readonly TextLine[]): HangingEntry[] | undefined {
  const base = lines[0]?.indent ?? 0
  const entries: HangingEntry[] = []
  let column: number | undefined
  let hanging = 0
  for (const { text, indent } of lines) {
    const open = entries.at(-1)
    if (indent === base) {
      column = hangColumn(text)
      entries.push(readEntry(text))
    } else if (open && indent === column) {
      entries[entries.length - 1] = { ...open, text: `${open.text} ${text.trim()}` }
      hanging++
    } else {
      return undefined
    }
  }
  const code = lines.filter(({ text }) => isCodeLine(text.trim())).length
  return hanging > 0 && code * 3 < lines.length ? entries : undefined
}

const HANG = /^ *\S(?:.{0,30}?\S)??(?: {2,}|: +|\) +)(?=\S)/
const SECTION_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*\.?|\(?[\da-z]\)|[-*o])$/i

function readEntry(line: string): HangingEntry {
  const [, first = '', rest] = /^ *(\S.*?)(?: {2,}(\S.*))?$/.exec(line) ?? []
  if (rest === undefined || first.length > 32 || first.endsWith(':') || SECTION_NUMBER.test(first)) {
    return { term: undefined, text: line.trim() }
  }
  return { term: first, text: rest }
}
