import type { CutReason, UpdateInventory } from '@/lib/check/paste'
import { parseField } from '@/lib/check/records/field-records'
import { isBlank, splitLines } from '@/lib/check/records/lines'
import { splitCells } from '@/lib/check/records/table-cells'
import { parseHeading, parseHost } from './host-names'
import { isCutLine, isHalfNumber, parseUpdate, UpdateEntries } from './update-entries'

/** `[01]: KB935490`, `[02] : File 1`, `[03]: Q828026 - Update`; several may share a line, as in the CSV form. */
const ENTRY = /\[(\d{1,4})\][ \t]?:[ \t]*([^[\],"\n]{1,80})/g
/** `312 Hotfix(s) Installed.` with nothing below it. */
const COUNT_ALONE = /\b(\d{1,5}) Hotfix\(s\) Installed\.?/gi
/** How much of the text above a list may hold its heading. */
const HEADER_LENGTH = 200
/** How much of the text above a list may hold the name of the computer: processors and firmware stand between. */
const BLOCK_LENGTH = 6000

/**
 * Lists the updates that `systeminfo` lists, one inventory for each list. The network cards and processors that it numbers the
 * same way are not updates. The tool cuts long lists off and still states the whole count.
 */
export function parseSystemInfo(text: string): UpdateInventory[] {
  const lists = groupEntries(text).filter(isListOfUpdates)
  const inventories = lists.map((list, index) => {
    const start = Math.max(lists[index - 1]?.end ?? 0, list.start - BLOCK_LENGTH)
    return toInventory(text, list, text.slice(start, list.start))
  })
  return [...inventories, ...listsWithoutEntries(text, lists)]
}

interface Entry {
  readonly place: number
  readonly value: string
  readonly start: number
  readonly end: number
}

interface EntryList {
  readonly entries: readonly Entry[]
  /** What stands before the first entry, behind the list before. */
  readonly header: string
  readonly start: number
  readonly end: number
}

function groupEntries(text: string): EntryList[] {
  const groups: Entry[][] = []
  for (const match of text.matchAll(ENTRY)) {
    const entry = {
      place: Number(match[1]),
      value: (match[2] ?? '').trim(),
      start: match.index,
      end: match.index + match[0].length,
    }
    const group = groups.at(-1)
    if (group && entry.place > (group.at(-1)?.place ?? 0)) group.push(entry)
    else groups.push([entry])
  }
  return groups.map((entries, index) => {
    const start = entries[0]?.start ?? 0
    const headerStart = Math.max(groups[index - 1]?.at(-1)?.end ?? 0, start - HEADER_LENGTH)
    return { entries, header: text.slice(headerStart, start), start, end: entries.at(-1)?.end ?? 0 }
  })
}

function isListOfUpdates({ entries, header }: EntryList): boolean {
  return (
    /hot ?fix/i.test(header.slice(-80)) ||
    entries.some(({ value }) => parseUpdate(value) !== undefined || /^File \d+$/.test(value))
  )
}

function toInventory(text: string, { entries, header, start, end }: EntryList, block: string): UpdateInventory {
  const host = findHost(block) ?? findLabel(block)
  const read = new UpdateEntries(host)
  for (const entry of entries) read.add(entry.value, text, entry)
  const statedCount = entries[0]?.place === 1 ? parseCount(header) : undefined
  return {
    kind: 'systeminfo',
    host,
    updates: read.updates,
    otherEntries: entries.flatMap(({ value }) =>
      parseUpdate(value) === undefined && !isHalfNumber(value) ? [value] : [],
    ),
    statedCount,
    listedCount: entries.length,
    cut: cutOf(entries, statedCount, read.isCut || isCutLine(text.slice(end, end + 80).trimStart())),
    start,
    end,
  }
}

/** The places of a whole list begin with 1, have no gaps and end with the count that the tool states. */
function cutOf(entries: readonly Entry[], statedCount: number | undefined, endsEarly: boolean): CutReason | undefined {
  const first = entries[0]?.place ?? 1
  const last = entries.at(-1)?.place ?? 0
  if (statedCount !== undefined && statedCount > entries.length) return 'fewer-than-stated'
  if (first > 1) return 'begins-late'
  if (last - first + 1 > entries.length) return 'has-gaps'
  return endsEarly ? 'ends-early' : undefined
}

/** `4 Hotfix(s) Installed.`, `安装了 1 个修补程序。`, `Zainstalowano poprawek: 1`: the one number of the heading, in any language. */
function parseCount(header: string): number | undefined {
  const line = header.trimEnd().split(/[\n"]/).at(-1) ?? ''
  const numbers = line.replace(/^[^:]{0,60}:/, ' ').match(/\d{1,5}/g) ?? []
  return numbers.length === 1 ? Number(numbers[0]) : undefined
}

/**
 * Finds the name of the computer by its place, so that it is found in every language: it is the first field of the output, with
 * one word as its value. The name of Windows stands right below, unless somebody left it out.
 */
function findHost(block: string): string | undefined {
  const row = block.slice(block.lastIndexOf('\n') + 1)
  if (row.startsWith('"')) return parseHost(splitCells(row, ',')[0])
  const fields = listOuterFields(block)
  const aboveWindows = fields.findLast(
    ({ value, line }, at) =>
      parseHost(value) !== undefined &&
      fields[at + 1]?.line === line + 1 &&
      /windows/i.test(fields[at + 1]?.value ?? ''),
  )
  const first = fields.findLast(({ isFirst }) => isFirst) ?? fields[0]
  return parseHost((aboveWindows ?? first)?.value)
}

/** `\\EX01:` above the heading of a list from which somebody left out all else. */
function findLabel(block: string): string | undefined {
  const above = splitLines(block).filter(({ text }) => !isBlank(text))
  return above.slice(-2).flatMap(({ text }) => parseHeading(text).host ?? [])[0]
}

/** The fields that are not part of another one, such as the settings of a network card. */
function listOuterFields(block: string): { value: string; isFirst: boolean; line: number }[] {
  let isFirst = true
  const fields = splitLines(block).flatMap(({ text }, line) => {
    const field = parseField(text)
    const found = field ? [{ value: field.value, isFirst, line, indent: text.search(/\S/) }] : []
    isFirst = isBlank(text)
    return found
  })
  const least = fields.reduce((indent, field) => Math.min(indent, field.indent), Number.POSITIVE_INFINITY)
  return fields.filter(({ indent }) => indent === least)
}

function listsWithoutEntries(text: string, lists: readonly EntryList[]): UpdateInventory[] {
  return [...text.matchAll(COUNT_ALONE)]
    .filter(
      (match) =>
        match[1] !== '0' && !lists.some(({ start }) => start > match.index && start < match.index + HEADER_LENGTH),
    )
    .map((match) => ({
      kind: 'systeminfo',
      host: findHost(text.slice(Math.max(0, match.index - BLOCK_LENGTH), match.index)),
      updates: [],
      otherEntries: [],
      statedCount: Number(match[1]),
      listedCount: 0,
      cut: 'fewer-than-stated',
      start: match.index,
      end: match.index + match[0].length,
    }))
}
