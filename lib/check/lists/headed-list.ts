import type { InstalledUpdate, UpdateInventory } from '@/lib/check/paste'
import { quoteLine } from '@/lib/check/quote-line'
import { parseField } from '@/lib/check/records/field-records'
import { isBlank, isPrompt, type Line } from '@/lib/check/records/lines'
import { fieldKey } from '@/lib/check/records/record'
import { findHeading, HOST_FIELDS, parseCertainHost, parseHost } from './host-names'
import { isColumnOfInstalled, lastSentence, saysInstalled } from './installed-words'
import { saysNot } from './not-installed'
import { parseNumbers } from './number-list'
import { isDescription } from './plain-words'
import { isCutLine, parseUpdate } from './update-entries'

/** A longer line is a sentence and not the heading of a list. */
const MAX_HEADING = 100
/** The name of the computer in a heading: `Updates installed on MAIL07:`. */
const ON_COMPUTER = /\s(?:on|auf|sur|en|su|op|for|für|@)\s+([\w.-]{2,63})[\s*_]*[:=]?[\s*_]*$/i
const HAS_NUMBER = /\d{5}/
/** The header of a table has its columns apart. */
const IS_TABLE_HEADER = /\p{L}(?: {2,}|\t+|\s*[|;]\s*)\p{L}/u
/** What may stand before the entry of a list: a bullet, its number, a date, a word that joins it to the entry before. */
const ROW_START =
  /^[\s|>]*(?:[-*•·+–]\s*|\[?\d{1,3}[\].):]{1,2}\s+)?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[\s:,-]+)?(?:(?:and|und|et|y|plus|&)\s+)?/i
/** The entry of a list of tasks: `[x]` is done, `[ ]` is not. */
const TICKED = /^\[[xX]\]\s*/
const NOT_TICKED = /^\[\s?\]/
/** Beside rows with a plus, those with a minus are gone. */
const ADDED = /^\s*\+/
const TAKEN = /^\s*[-–−]/
const JOINING_WORDS = /(?<=\d[,;]?\s)(?:and|und|et|y|plus|&)(?=\s+(?:KB|Q)?\d)/gi
const TITLED = /^((?:KB|Q)\d{5,7})\b[^\w](?!.*\b(?:KB|Q)\d{5,7}\b)/i
const TITLE_FIRST = /^[^()]{3,200}\(((?:KB|Q)\d{5,7})\)[\s.,;]*$/i

/** A list, and the lines that it takes. */
export interface HeadedList {
  readonly inventory: UpdateInventory
  readonly start: number
  readonly end: number
}

/**
 * Lists the updates that stand on the lines below a heading that says that they are installed, wherever in a text it stands. The
 * list ends at the first line that is no entry. A heading with its whole list on one line is a field, and is left to those.
 */
export function findHeadedLists(text: string, lines: readonly Line[]): HeadedList[] {
  const lists: HeadedList[] = []
  for (let at = 0; at < lines.length; at++) {
    const list = parseHeadedList(text, lines, at)
    if (!list) continue
    const host = list.host ?? hostAbove(lines, at, lists.at(-1))
    const start = lines[at]?.start ?? 0
    const end = lines[list.last]?.end ?? start
    lists.push({ inventory: toInventory(list, host, { start, end }), start, end })
    at = list.last
  }
  return lists
}

interface ReadList {
  readonly host?: string
  readonly updates: readonly InstalledUpdate[]
  readonly isCut: boolean
  readonly isOfSeveral: boolean
  /** The index of its last line. */
  readonly last: number
}

function parseHeadedList(text: string, lines: readonly Line[], at: number): ReadList | undefined {
  const heading = parseListHeading(lines[at]?.text ?? '')
  if (!heading) return undefined
  const rows: { row: Row; line: Line }[] = heading.row && lines[at] ? [{ row: heading.row, line: lines[at] }] : []
  let last = at
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index]
    const row = line && parseRow(line.text)
    if (line && row) {
      rows.push({ row, line })
      last = index
    } else if (!(line && isBlank(line.text) && !isBlank(lines[index - 1]?.text ?? ''))) break
  }
  if (last === at) return undefined
  const isDifference = rows.some(({ line }) => ADDED.test(line.text))
  const kept = isDifference ? rows.filter(({ line }) => !TAKEN.test(line.text)) : rows
  const updates = kept.flatMap(({ row, line }) =>
    row.numbers.map(({ written, ...update }) => {
      const place = Math.max(0, line.text.indexOf(written))
      return { ...update, quote: quoteLine(text, line.start + place, written.length) }
    }),
  )
  const isOfSeveral = rows.some(({ row }) => row.namesHost)
  return updates.length === 0
    ? undefined
    : { host: heading.host, updates, isCut: goesOn(lines, last), isOfSeveral, last }
}

interface Row {
  readonly numbers: readonly (Omit<InstalledUpdate, 'quote' | 'host'> & { readonly written: string })[]
  /** It says on which computer its update is. */
  readonly namesHost: boolean
}

/** A line that says what stands below it, perhaps with the first entries behind its colon. */
function parseListHeading(text: string): { host?: string; row?: Row } | undefined {
  if (text.length > MAX_HEADING || isPrompt(text) || IS_TABLE_HEADER.test(text)) return undefined
  const [, said = '', rest = ''] = /^([^:=]*[:=]?)[\s*_]*(.*)$/.exec(text) ?? []
  const head = lastSentence(said)
  const [place = '', name = ''] = ON_COMPUTER.exec(head) ?? []
  const host = parseCertainHost(name)
  const words = host === undefined ? head : head.slice(0, head.length - place.length)
  // Names of updates alone are a heading where a colon says that something follows.
  const isHeading = saysInstalled(words) || (/[:=]\s*$/.test(head) && isColumnOfInstalled(words))
  const row = rest === '' ? undefined : parseRow(rest)
  if (HAS_NUMBER.test(head) || !isHeading || (rest !== '' && !row)) return undefined
  return { host, row }
}

/** An entry: numbers and nothing else, a number and its title, or a title with its number in brackets. */
function parseRow(text: string): Row | undefined {
  if (text.length > 400 || isBlank(text) || isPrompt(text)) return undefined
  const entry = text.replace(ROW_START, '').replace(TICKED, '').replace(JOINING_WORDS, '')
  const numbers = parseNumbers(entry)
  if (numbers && numbers.length > 0 && NOT_TICKED.test(entry)) return { numbers: [], namesHost: false }
  if (numbers && numbers.length > 0) {
    return { numbers: numbers.map(({ quote, ...update }) => ({ ...update, written: quote })), namesHost: false }
  }
  const written = (TITLED.exec(entry) ?? TITLE_FIRST.exec(entry))?.[1]
  const number = written === undefined ? undefined : parseUpdate(written)
  if (written === undefined || number === undefined) return undefined
  const namesHost = parseCertainHost(ON_COMPUTER.exec(entry)?.[1] ?? '') !== undefined
  const isOther = saysNot(entry) || !isDescription(entry.replace(written, ''))
  return { numbers: isOther ? [] : [{ number, isBare: false, written }], namesHost }
}

/** Below its last entry the list goes on in a way that was not read: an entry of another form, or a line that says so. */
function goesOn(lines: readonly Line[], last: number): boolean {
  for (const { text } of lines.slice(last + 1, last + 6)) {
    if (isBlank(text) || isPrompt(text) || parseField(text) || parseListHeading(text)) return false
    if (isCutLine(text) || parseRow(text)) return true
  }
  return false
}

/**
 * The computer that is named above a heading: by a heading of its own, or by a field right above. Such a field right below a list that
 * has none above is the name of that one: names stand below their lists there.
 */
function hostAbove(lines: readonly Line[], at: number, before: HeadedList | undefined): string | undefined {
  let host: string | undefined
  for (let index = at - 1; index >= 0; index--) {
    const { text, end } = lines[index] ?? { text: '', end: 0 }
    const field = parseField(text)
    if (!field)
      return end === before?.end && before.inventory.host === undefined ? undefined : (host ?? hostOf(lines, at))
    if (HOST_FIELDS.includes(fieldKey(field.name))) host ??= parseHost(field.value)
  }
  return host ?? hostOf(lines, at)
}

function hostOf(lines: readonly Line[], at: number): string | undefined {
  return findHeading(lines, lines[at]?.start ?? 0).host
}

function toInventory(list: ReadList, host: string | undefined, place: { start: number; end: number }): UpdateInventory {
  const seen = new Set<number>()
  const updates = list.updates.filter(({ number }) => !seen.has(number) && seen.add(number))
  return {
    kind: 'number-list',
    host,
    updates: updates.map((update) => ({ ...update, host })),
    otherEntries: [],
    listedCount: updates.length,
    cut: list.isCut ? 'ends-early' : undefined,
    mayBeSeveral: list.isOfSeveral || updates.length < list.updates.length,
    isUnframed: host === undefined,
    ...place,
  }
}
