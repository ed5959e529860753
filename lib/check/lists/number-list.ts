import type { InstalledUpdate, UpdateInventory } from '@/lib/check/paste'
import { isBlank, isPrompt, type Line } from '@/lib/check/records/lines'
import { type KbNumber, parseKbNumber, parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import { parseCertainHost, parseHeading } from './host-names'
import { isColumnOfInstalled, saysInstalled, saysOther } from './installed-words'
import { saysNot } from './not-installed'
import { hasPlainWordsOnly } from './plain-words'

const SEPARATORS = /[\s,;|•*()[\]{}"'-]+/
/** When an update was installed, behind its number. */
const DATE = /\s\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\s\d{1,2}:\d{2}(?::\d{2})?(?:\s[AP]M)?)?\s*$/i
/** A longer line without a sign at its end is prose. */
const MAX_HEADING = 60
const GREETING = /^\s*(?:hi|hello|hey|dear|hallo|moin|bonjour|salut|hola|ciao|guten|good)\b/i
const RULE = /^[-=|:\s]+$/
/** A key of YAML that says what stands below it: computers, or their updates. */
const KEY =
  /^\s*-?\s*(?:all|hosts?|servers?|computers?|nodes?|kbs?|hot_?fix(?:es)?|patches|(?:installed_?)?(?:updates|kbs|hotfixes|patches))\s*:\s*$/i
/** `## EX01`, `[EX01]`, `=== EX01 ===` */
const DECORATED = /^\s*[#*=_[(-]{1,6}\s?\w/
/** `Server EX01: `: what names a computer may say that it is one. */
const COMPUTER_WORD =
  /^([\s|*•"'-]*)(?:server|host|computer|machine|node|box|system|serveur|servidor|rechner|ordinateur|equipo|сервер|サーバー|服务器)[\s:]+(?=\S+\s?:)/iu

/**
 * Lists the numbers of a text that holds nothing else, with letters or without. A name of a computer may stand before them, at the
 * beginning of a row or on a line of its own with a colon; so may a command at a prompt, or words such as `Installed updates:`.
 */
export function parseNumberLists(lines: readonly Line[]): UpdateInventory[] {
  const printed = lines.filter(({ text }) => !isBlank(text) && !RULE.test(text))
  const underlined = new Set(lines.filter((_, index) => RULE.test(lines[index + 1]?.text ?? '')))
  const rows = printed.map((line) => parseRow(line, underlined.has(line)))
  // Only rows with names may have a header above.
  const hasHeader =
    rows[0] === undefined &&
    rows[1]?.host !== undefined &&
    isHeaderOfInstalled(printed[0]?.text ?? '', printed[1]?.text ?? '')
  const lists: NumberList[] = []
  for (const row of hasHeader ? rows.slice(1) : rows) {
    if (!row) return []
    const last = lists.at(-1)
    if (last && !row.isStart) last.found.push(...row.found)
    else lists.push(row)
  }
  const filled = lists.filter(({ found }) => found.length > 0)
  return filled.every(isOfWord) && filled.length === 1 ? [] : filled.map(toInventory)
}

/** `MAIL: KB940006`: a word in capital letters may be a heading of any sort. */
function isOfWord({ host, line }: NumberList): boolean {
  return host !== undefined && !/\d/.test(host) && !COMPUTER_WORD.test(line.text) && !isPrompt(line.text)
}

/**
 * Lists the numbers that rows in a text say a computer has, each row beginning with its name: `Server EX01: KB940006, KB941421`. One row
 * may be anything else, unless it says that it is about a computer.
 */
export function parseNamedRows(lines: readonly Line[]): UpdateInventory[] {
  const printed = lines.filter(({ text }) => !isBlank(text) && !RULE.test(text))
  const rows = printed.flatMap((line, index) => {
    const row = isPrompt(line.text) ? undefined : parseRow(line, false)
    return row?.host !== undefined && row.found.length > 0 ? [{ row, above: printed[index - 1]?.text ?? '' }] : []
  })
  const isCertain = rows.length > 1 || rows.some(({ row }) => COMPUTER_WORD.test(row.line.text))
  const texts = new Set(rows.map(({ row }) => row.line.text))
  let isOther = false
  const installed = rows.filter(({ row, above }) => {
    if (!texts.has(above)) isOther = isOtherHeading(above, row.line.text)
    return !isOther
  })
  return isCertain ? installed.map(({ row }) => toInventory(row)) : []
}

/** Tells whether the line above rows with names is a heading, or the header of a table, that may say anything else of their updates. */
function isOtherHeading(above: string, row: string): boolean {
  if (above === '' || GREETING.test(above)) return false
  if (saysOther(above)) return true
  if (/[.!?]\s*$/.test(above)) return false
  const isHeader = /[;,|\t]| {2,}/.test(above.trim()) && !/:\s*$/.test(above)
  if (isHeader) return !isHeaderOfInstalled(above, row)
  return (/:\s*$/.test(above) || above.length <= MAX_HEADING) && !hasPlainWordsOnly(above)
}

/** The header names the one column in which the row below has its updates, and says nothing else of them than that they are installed. */
function isHeaderOfInstalled(header: string, row: string): boolean {
  const separator = ['|', '\t', ';', ','].find((sign) => header.includes(sign)) ?? /\s{2,}/
  const [names = [], cells = []] = [header, row].map((line) => line.replace(/^\s*\|/, '').split(separator))
  const withUpdates = cells.flatMap((cell, index) => (/\d{5}/.test(cell.replace(DATE, '')) ? [index] : []))
  if (names.length === 1 && saysOther(header)) return false
  if (names.length === 1) return isColumnOfInstalled(/^\s*\S+\s+(.*)$/.exec(header)?.[1] ?? '')
  if (cells.length < names.length) return false
  return withUpdates.length === 1 && isColumnOfInstalled(names[withUpdates[0] ?? 0] ?? '')
}

interface NumberList {
  readonly host?: string
  readonly found: InstalledUpdate[]
  /** A new list begins here. */
  readonly isStart: boolean
  readonly isOfSeveral?: boolean
  readonly line: Line
}

/** A row of numbers, of a name and numbers, of a name and a colon or a line below, or a command. */
function parseRow(line: Line, isUnderlined: boolean): NumberList | undefined {
  if (isPrompt(line.text)) return { ...parseHeading(line.text), found: [], isStart: true, line }
  const numbers = parseNumbers(line.text)
  if (numbers) return { found: numbers, isStart: false, line }
  if (KEY.test(line.text)) return { found: [], isStart: false, line }
  if (saysNot(line.text)) return undefined
  const [, head = '', rest = ''] = /^([^:=]{4,60})[:=](.*)$/.exec(line.text) ?? []
  const installed = saysInstalled(head) ? parseNumbers(rest) : undefined
  if (installed) return { found: installed, isStart: true, line }
  const heading = DECORATED.test(line.text) ? parseHeading(line.text).host : undefined
  if (heading !== undefined) return { host: heading, found: [], isStart: true, line }
  const text = line.text.replace(COMPUTER_WORD, '$1')
  const [, name = '', others = ''] = /^[\s|*•"'-]*([\w.-]+?)"?(?::|[\s|;,]|$)(.*)$/.exec(text) ?? []
  const host = parseCertainHost(name)
  const found = parseNumbers(others.replace(DATE, ''))
  if (host === undefined || !found?.every(({ isBare }) => !isBare)) return undefined
  return found.length > 0 || isUnderlined || /:\s*$/.test(text) ? { host, found, isStart: true, line } : undefined
}

/** Gives the numbers of a text that holds nothing else, each with or without its letters; an empty text has none. */
export function parseNumbers(text: string): InstalledUpdate[] | undefined {
  const words = text.split(SEPARATORS).filter((word) => word !== '')
  const numbers = words.map((word): InstalledUpdate | undefined => {
    const number = /^\D{0,2}\d{5,7}$/.test(word) ? (parseNamedNumber(word) ?? parseKbNumber(word)) : undefined
    return number === undefined ? undefined : { number, isBare: /^\d/.test(word), quote: word }
  })
  return numbers.every((number) => number !== undefined) ? numbers : undefined
}

function toInventory({ host, found, isOfSeveral, line }: NumberList): UpdateInventory {
  const updates = firstOfEach(found).map((update) => ({ ...update, host }))
  return {
    kind: 'number-list',
    host,
    updates,
    otherEntries: [],
    listedCount: updates.length,
    mayBeSeveral: isOfSeveral === true || updates.length < found.length,
    isUnframed: host === undefined,
    start: line.start,
    end: line.end,
  }
}

/** A number with its letters stands for the same number without. */
function firstOfEach(updates: readonly InstalledUpdate[]): InstalledUpdate[] {
  const byNumber = new Map<KbNumber, InstalledUpdate>()
  for (const update of updates) {
    const known = byNumber.get(update.number)
    if (!known || (known.isBare && !update.isBare)) byNumber.set(update.number, update)
  }
  return [...byNumber.values()]
}
