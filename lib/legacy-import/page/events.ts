import type { PageLine } from './line'

/** An entry of an event log as one text: a field on each line, the data broken at the offsets. */
export interface EventRun {
  readonly entries: readonly string[]
  /** The index of the first line behind the run. */
  readonly next: number
}

/**
 * Reads the event-log entries that begin at `start`, or gives `undefined` when no entry begins there. Labels and values
 * may be broken over lines anywhere (`Event` / `ID: 11729`), entries may follow each other without a blank line.
 */
export function readEventEntries(lines: readonly PageLine[], start: number): EventRun | undefined {
  if (!isEntryStart(lines, start)) return undefined
  const entries: string[] = []
  let next = start
  while (next < lines.length && (next === start || isEntryStart(lines, next))) {
    const end = endOfEntry(lines, next)
    entries.push(formatEventEntry(lines.slice(next, end).map(({ text }) => text)))
    next = end
    while (lines[next]?.kind === 'blank' && isEntryStart(lines, next + 1)) next++
  }
  return { entries, next }
}

/** Writes one entry, given in lines broken anywhere, with one field on each line. */
export function formatEventEntry(texts: readonly string[]): string {
  const whole = texts
    .filter((text) => text !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
  const data = /(?:^|\s)(Data(?: \((?:bytes|words)\))? ?:) ?(?=[0-9a-f]{4}: ?[0-9a-f]{2}|$)/i.exec(whole)
  const head = data ? whole.slice(0, data.index) : whole
  const description = /Description ?:/i.exec(head)
  const fields = description ? head.slice(0, description.index) : head
  const rows = cutFields(fields)
  if (description) rows.push(field(head.slice(description.index)))
  if (data) rows.push(field(data[1] ?? 'Data:'), ...formatHexData(whole.slice(data.index + data[0].length)))
  return rows.join('\n')
}

/**
 * Breaks hex data before each offset that is eight more than the last (sixteen in wide dumps):
 * `0000: 7b 32 34 42 32 43 31 36 {24B2C16 0008: 34 2d` becomes two rows. The column of characters stays as it stands.
 */
export function formatHexData(text: string): string[] {
  const rows: string[] = []
  let from = 0
  let expected = -1
  for (const match of text.matchAll(/(?<![0-9a-f])([0-9a-f]{4,8}): ?(?=[0-9a-f]{2}\b)/gi)) {
    const offset = Number.parseInt(match[1] ?? '', 16)
    if (expected >= 0 && offset !== expected + 8 && offset !== expected + 16) continue
    if (match.index > from) rows.push(text.slice(from, match.index).trim())
    from = match.index
    expected = offset
  }
  rows.push(text.slice(from).trim())
  return rows.filter((row) => row !== '')
}

const LABEL =
  /^(?:Event )?(?:Type|Source|Category|ID)(?: ?:|$| \d)|^(?:Date|Time|User|Computer|Description|Data(?: \(\w+\))?) ?:/i
const LABELS_ANYWHERE =
  /(?<![\w'])(?:Event (?:Type|Source|Category|ID)|Type|Source|Category|Date|Time|User|Computer) ?:|(?<!\w)Event ID (?=\d)|(?<=[a-z\d)/])(?:Event (?:Type|Source|Category|ID)|Computer|User) ?:/g

function cutFields(text: string): string[] {
  const starts = [...text.matchAll(LABELS_ANYWHERE)].map(({ index }) => index)
  if (starts[0] !== 0) starts.unshift(0)
  return starts.map((start, index) => field(text.slice(start, starts[index + 1]))).filter((row) => row !== '')
}

/** `Source:MsiInstaller` and `Source : MsiInstaller` become `Source: MsiInstaller`. */
function field(text: string): string {
  return text
    .trim()
    .replace(/^([A-Za-z ]+?(?: \(\w+\))?) ?: ?/, '$1: ')
    .trim()
}

/** An entry begins with a label that has two other labels near it, one of which says what it is an entry of. */
function isEntryStart(lines: readonly PageLine[], index: number): boolean {
  const first = lines[index]
  if (
    first?.kind !== 'text' ||
    !/^Event$|^(?:Event )?(?:Type|Source|ID|Category|Log(?: Name)?) ?:|^Event ID\b|^Date ?:/i.test(first.text)
  )
    return false
  const labels = new Set<string>()
  for (const { text, kind } of lines.slice(index, index + 16)) {
    if (kind === 'section-end' || kind === 'heading') break
    for (const match of text.matchAll(
      /(?:^|(?<=\w ))(?:Event )?(Type|Source|Category|ID|Description|User|Computer|Date) ?(?=:)/gi,
    ))
      labels.add((match[1] ?? '').toLowerCase())
    if (/^Event ID \d/i.test(text)) labels.add('id')
  }
  return labels.size >= 3 && (labels.has('id') || labels.has('source'))
}

/** What the text of an entry is made of, in this order. */
type Part = 'fields' | 'description' | 'data'

interface EntryLine {
  readonly lines: readonly PageLine[]
  readonly index: number
  readonly text: string
  readonly label: string | undefined
  /** The labels of the entry so far. */
  readonly seen: Set<string>
}

/** Tells the part to which a line belongs that follows one of the part, or that the entry has ended before it. */
const NEXT: Readonly<Record<Part, (line: EntryLine) => Part | 'end'>> = {
  fields({ lines, index, text, label, seen }) {
    if (label === undefined) return isValueComplete(lines[index - 1]) && text.split(' ').length > 4 ? 'end' : 'fields'
    if (seen.has(label)) return 'end'
    seen.add(label)
    return /\bDescription ?:/i.test(text) ? 'description' : 'fields'
  },
  description: ({ lines, index }) =>
    isEntryStart(lines, index) || isProseAfter(lines[index - 1], lines[index]) ? 'end' : 'description',
  data: ({ text, label }) => (label === undefined && isDataLine(text) ? 'data' : 'end'),
}

function endOfEntry(lines: readonly PageLine[], start: number): number {
  const seen = new Set<string>()
  let part: Part = 'fields'
  let index = start
  for (; index < lines.length; index++) {
    const line = lines[index]
    if (!line || line.kind === 'section-end' || line.kind === 'heading' || /^[|•]/.test(line.text)) break
    if (line.kind !== 'text') {
      if (isOpenLabel(lines, start, index) || goesOnAfterBlank(lines, index, part)) continue
      break
    }
    const label = labelOf(line.text)
    const next: Part | 'end' = label === 'data' ? 'data' : NEXT[part]({ lines, index, text: line.text, label, seen })
    // The first line belongs to the entry, though its label may be one that no viewer prints: `Event Log: Application`.
    if (next === 'end' && index > start) break
    if (next !== 'end') part = next
  }
  // Blank lines before the end are not part of the entry.
  while (index > start + 1 && lines[index - 1]?.kind !== 'text') index--
  return index
}

function labelOf(text: string): string | undefined {
  if (/^Event$/i.test(text)) return undefined
  return LABEL.exec(text)?.[0]
    .toLowerCase()
    .replace(/^event /, '')
    .replace(/ ?\(\w+\)/, '')
    .replace(/[ :\d]+$/, '')
}

function isDataLine(text: string): boolean {
  return (
    /^(?:[0-9a-f]{4}: ?)?[0-9a-f]{2}(?: |$)|\b[0-9a-f]{4}: [0-9a-f]{2} |^[0-9a-f]{4}:/i.test(text) ||
    /^\S{1,8}$/.test(text)
  )
}

/** A label whose value is still to come, over blank lines. */
function isOpenLabel(lines: readonly PageLine[], start: number, index: number): boolean {
  let at = index
  while (at > start && lines[at]?.kind !== 'text') at--
  return LABEL.test(lines[at]?.text ?? '') && /:$/.test(lines[at]?.text ?? '') && lines[index]?.kind === 'blank'
}

/** A description goes on over a blank line only with what always belongs to one. */
function goesOnAfterBlank(lines: readonly PageLine[], index: number, part: Part): boolean {
  let at = index
  while (lines[at]?.kind === 'blank' || lines[at]?.kind === 'chrome') at++
  const next = lines[at]
  if (next?.kind !== 'text') return false
  if (/^Data(?: \(\w+\))? ?:/i.test(next.text) || /^For more information, see Help and Support Center/i.test(next.text))
    return true
  if (part === 'data') return /^[0-9a-f]{4}: ?[0-9a-f]{2}/i.test(next.text)
  if (part === 'fields') return labelOf(next.text) !== undefined || /^ID ?:/.test(next.text)
  return false
}

/** After a full stop these words lead back into the article; the address of the event help always ends a description. */
function isProseAfter(previous: PageLine | undefined, line: PageLine | undefined): boolean {
  if (!previous || !line || !/[.?!:"”]$/.test(previous.text)) return false
  if (/events\.asp\.?$|^For more information, see Help and Support Center at http:\S+$/.test(previous.text)) return true
  return /^(?:Additionally|Also|In addition|Note|Notes|Important|Warning|When|If|To (?:resolve|work|fix|determine)|You (?:may|can|receive|might)|This (?:issue|problem|behavior|event|article|error)|These (?:events|errors|issues)|The following|After|For more information about|For information|-or-)\b/i.test(
    line.text,
  )
}

function isValueComplete(previous: PageLine | undefined): boolean {
  return previous !== undefined && !/:$|^Event$/i.test(previous.text)
}
