import type { Line } from '@/lib/check/records/lines'
import { splitCells } from '@/lib/check/records/table-cells'
import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { EVENT_VALUES, type EventValue, toEvent } from './event-values'

/** The order of the columns in which a tool prints or exports entries. */
const FORMS: readonly { readonly tool: string; readonly columns: readonly (EventValue | 'event')[] }[] = [
  { tool: 'the newer event viewer', columns: ['word', 'moment', 'source', 'event'] },
  { tool: 'the older event viewer', columns: ['date', 'time', 'source', 'word', 'any', 'event'] },
  { tool: 'dumpel', columns: ['date', 'time', 'digits', 'digits', 'event', 'source'] },
  { tool: 'psloglist -s', columns: ['digits', 'word', 'source', 'word', 'any', 'moment', 'event'] },
  { tool: 'a viewer with the number before the source', columns: ['word', 'date', 'time', 'event', 'source'] },
  { tool: 'a choice of columns', columns: ['moment', 'source', 'event'] },
  { tool: 'a choice of columns, the number first', columns: ['moment', 'event', 'source'] },
]
const SEPARATORS = ['\t', ',', ';', '|'] as const
const MAX_LINE = 600

/** `   812 Nov 23 01:02  Error       MsiInstaller          11306 Product: ...`, a row of Get-EventLog. */
const EVENT_LOG_ROW =
  /^[ \t]{0,20}\d{1,9} \p{L}{3,5}\.? \d{1,2} \d{2}:\d{2}[ \t]{1,10}\p{L}{3,15}[ \t]{1,20}(\S(?:[^\n]{0,60}\S)??)[ \t]{1,30}(\d{1,10}) /u
/** `12/21/2012 1:04:11 PM          1023 Error            Product: ...`, a row of Get-WinEvent. */
const WIN_EVENT_ROW =
  /^[ \t]{0,8}\d{1,4}[./-]\d{1,2}[./-]\d{1,4} [^\n]{0,8}?\d{1,2}[:.]\d{2}[:.]\d{2}(?: ?\p{L}{1,4}\.?)?[ \t]{1,30}(\d{1,5})[ \t]{1,10}\p{L}/u
/** `   ProviderName: MsiInstaller`, above the rows that it wrote. */
const PROVIDER = /^[ \t]{0,8}ProviderName ?: ?(\S[^\n]{0,60})$/

/** Finds entries that stand on a line each, by the form of their values: exports, copies of lists, tables of PowerShell. */
export function findEventRows(lines: readonly Line[]): FoundSignature[] {
  const events: FoundSignature[] = []
  let provider: string | undefined
  for (const line of lines) {
    provider = PROVIDER.exec(line.text)?.[1] ?? provider
    const entry = parseRow(line.text, provider)
    const event = entry && toEvent(entry, line)
    if (event) events.push(event)
  }
  return events
}

function parseRow(text: string, provider: string | undefined): { id: string; source: string | undefined } | undefined {
  const row = EVENT_LOG_ROW.exec(text)
  if (row) return { id: row[2] ?? '', source: row[1] }
  const listed = provider === undefined ? undefined : WIN_EVENT_ROW.exec(text)?.[1]
  if (listed !== undefined) return { id: listed, source: provider }
  if (!/\d/.test(text)) return undefined
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) continue
    const entry = matchForms(splitCells(text.slice(0, MAX_LINE), separator))
    if (entry) return entry
  }
  return undefined
}

function matchForms(cells: readonly string[]): { id: string; source: string | undefined } | undefined {
  const form = FORMS.find(({ columns }) => columns.every((column, index) => isValue(cells[index], column)))
  if (!form) return undefined
  return {
    id: cells[form.columns.indexOf('event')] ?? '',
    source: cells[form.columns.indexOf('source')],
  }
}

function isValue(cell: string | undefined, column: EventValue | 'event'): boolean {
  return cell !== undefined && EVENT_VALUES[column === 'event' ? 'id' : column].test(cell)
}
