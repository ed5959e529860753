import type { TextLine } from '@/lib/legacy-import/shared/text-line'
import { isSoftEnd, joinLines } from './wrapping'

/** One entry of an event log: one string for each field, `Label: value`. */
export type EventEntry = readonly string[]

/** Tells whether a block holds an event-log entry: an event ID and at least one other field at the start of lines. */
export function isEventBlock(lines: readonly TextLine[]): boolean {
  const labels = lines.map(({ text }) => labelOf(text)).filter((label) => label !== undefined)
  return labels.some((label) => EVENT_ID.test(label)) && new Set(labels).size >= 2
}

/** Tells whether a block can go on with the entry before it: it starts with a field, or it is its description. */
export function isEventField(lines: readonly TextLine[]): boolean {
  return labelOf(lines[0]?.text ?? '') !== undefined
}

/** Cuts blocks into entries. A field that comes again, or a new event ID behind a description, starts a new entry. */
export function readEventEntries(lines: readonly TextLine[]): EventEntry[] {
  const entries: string[][] = []
  let seen = new Set<string>()
  for (const field of splitFields(lines)) {
    const label = labelOf(field.lines[0]?.text ?? '')?.toLowerCase()
    const startsEntry = label !== undefined && (seen.has(label) || (seen.has('description') && /^event/.test(label)))
    if (entries.length === 0 || startsEntry) {
      entries.push([])
      seen = new Set()
    }
    if (label !== undefined) seen.add(label)
    entries.at(-1)?.push(...fieldText(field.lines, label !== undefined))
  }
  return entries
}

const EVENT_ID = /^event(?: ?id)?$/i
const LABEL =
  /^\s*(Event ?ID(?=\s*[:=#]|\s+\d)|Event(?=\s*:\s*\d)|Event ?(?:Type|Source|Category|Log|Description)(?=\s*:)|(?:Source|Type|Category|Description|Date|Time|User(?: ?Name)?|Computer(?: ?Name)?|Data|Log|Severity|Service|Explanation|Action|Message|Classification)(?=\s*:))/i

function labelOf(text: string): string | undefined {
  return LABEL.exec(text)?.[1]
}

interface Field {
  readonly lines: TextLine[]
}

function splitFields(lines: readonly TextLine[]): Field[] {
  const fields: Field[] = []
  for (const line of lines) {
    const open = fields.at(-1)
    const last = open?.lines.at(-1)
    const isLabel = labelOf(line.text) !== undefined
    if (!open || !last || (isLabel && !(isSoftEnd(last, line) && !EVENT_ID.test(labelOf(line.text) ?? ''))))
      fields.push({ lines: [line] })
    else open.lines.push(line)
  }
  return fields
}

function fieldText(lines: readonly TextLine[], hasLabel: boolean): string[] {
  const joined = joinLines(lines)
  if (!hasLabel) return joined
  const [first = '', ...more] = joined
  const field = first.replace(/^(\s*[\w ]+?)\s*:\s+/, '$1: ')
  // The description may start on the line below its label.
  const isBare = /:$/.test(field) && more.length > 0
  return isBare && /^description/i.test(field) ? [`${field} ${more[0] ?? ''}`, ...more.slice(1)] : [field, ...more]
}
