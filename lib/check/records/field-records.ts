import { isBlank, isPrompt, type Line } from './lines'
import { fieldKey, type PastedRecord, type RecordList } from './record'

/** `HotFixID=KB935490` of wmic, `Install Date  : 12/16/2008` of Format-List. The letters of an old code page may be lost. */
const FIELD = /^[ \t]*(?:[-*•][ \t]+)?([\p{L}_\ufffd][^:=\n]{0,48}?)[ \t]*[:=][ \t]*((?![\\/]{2}[\w.]+\/)\S.*|)$/u
/** `HotFixID`, a tab and its value: a page of wmic that lost its tags. Other words with a tab between are a row. */
const TABBED = /^[ \t]*(HotFixID|CSName|PSComputerName)\t+([^\s:=].*)$/
const PATH = /^[ \t]*[A-Z]:[\\/]|^[ \t]*\w{2,8}:\/\//i
/** A value that goes on is indented below it. */
const CONTINUATION = /^(?: {8,}|\t+)\S/

/** A field of a list: `name : value`. */
export interface ListedField extends Line {
  readonly name: string
  readonly value: string
  /** Blank lines above it, up to the field before. */
  readonly gap: number
}

/** Reads a line as a field, or gives `undefined`. */
export function parseField(line: string): { name: string; value: string } | undefined {
  if (PATH.test(line)) return undefined
  const match = TABBED.exec(line) ?? FIELD.exec(line)
  return match?.[1] === undefined ? undefined : { name: match[1].trim(), value: (match[2] ?? '').trim() }
}

/**
 * Finds lists of fields. A record ends at a blank line, or where a field comes again, whatever the order of its fields. Where a
 * blank line stands behind each field, as in the output of wmic, a record ends at more of them.
 */
export function findFieldLists(lines: readonly Line[]): RecordList[] {
  return findFieldRuns(lines).flatMap(splitRun)
}

/** Finds runs of fields that nothing but blank lines interrupts. */
export function findFieldRuns(lines: readonly Line[]): ListedField[][] {
  const runs: ListedField[][] = []
  let run: ListedField[] | undefined
  let gap = 0
  for (const line of lines) {
    const field = isPrompt(line.text) ? undefined : parseField(line.text)
    if (field) {
      if (run) run.push({ ...line, ...field, gap })
      else {
        run = [{ ...line, ...field, gap: 0 }]
        runs.push(run)
      }
      gap = 0
    } else if (isBlank(line.text)) gap += 1
    else if (run && gap === 0 && run.at(-1)?.value === '') addValue(run, line)
    else if (!(run && gap === 0 && CONTINUATION.test(line.text))) run = undefined
  }
  return runs
}

/** A long value that a mail program put below its name. */
function addValue(run: ListedField[], { text, end }: Line): void {
  const last = run.pop()
  if (last) run.push({ ...last, value: text.trim(), end })
}

/** The lists of a run: two more blank lines than between its records begin a new one, and so does a record of other fields. */
function splitRun(run: readonly ListedField[]): RecordList[] {
  const lists: ListedField[][][] = []
  let recordGap: number | undefined
  for (const record of splitRecords(run)) {
    const gap = record[0]?.gap ?? 0
    const last = lists.at(-1)
    if (last && sharesFields(last.at(-1) ?? [], record) && gap < (recordGap ?? gap) + 2) {
      recordGap = Math.max(recordGap ?? 0, gap)
      last.push(record)
    } else lists.push([record])
  }
  return lists.map(toList)
}

/** A record ends at more blank lines than between two fields, or where a field comes again. */
function splitRecords(run: readonly ListedField[]): ListedField[][] {
  const fieldGap = run.slice(1).reduce((least, { gap }) => Math.min(least, gap), Number.POSITIVE_INFINITY)
  const records: ListedField[][] = []
  let names = new Set<string>()
  for (const field of run) {
    if (records.length === 0 || field.gap > fieldGap || names.has(fieldKey(field.name))) {
      records.push([])
      names = new Set()
    }
    names.add(fieldKey(field.name))
    records.at(-1)?.push(field)
  }
  return records
}

function sharesFields(one: readonly ListedField[], other: readonly ListedField[]): boolean {
  const names = new Set(one.map(({ name }) => fieldKey(name)))
  return other.some(({ name }) => names.has(fieldKey(name)))
}

function toList(records: readonly (readonly ListedField[])[]): RecordList {
  const read = records.map(toRecord)
  const gaps = new Set(records.slice(1).map(([first]) => first?.gap))
  return {
    form: 'fields',
    names: records[0]?.map(({ name }) => fieldKey(name)) ?? [],
    records: read,
    start: read[0]?.start ?? 0,
    end: read.at(-1)?.end ?? 0,
    isUneven: gaps.size > 1,
  }
}

function toRecord(fields: readonly ListedField[]): PastedRecord {
  return {
    values: new Map(fields.map(({ name, value }) => [fieldKey(name), value])),
    start: fields[0]?.start ?? 0,
    end: fields.at(-1)?.end ?? 0,
  }
}
