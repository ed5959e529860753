import { findFieldRuns, type ListedField } from '@/lib/check/records/field-records'
import type { Line } from '@/lib/check/records/lines'
import { firstValue, type PastedRecord, type RecordList } from '@/lib/check/records/record'
import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { beginsWithDate, EVENT_VALUES, toEvent } from './event-values'

/** The names of PowerShell and WMI, which are the same in every language. */
const ID_FIELDS = ['eventid', 'eventcode', 'instanceid', 'event']
const SOURCE_FIELDS = ['providername', 'sourcename', 'eventsource', 'source', 'provider']
/** `Id` may be the number of anything, unless a provider of events stands beside it. */
const PROVIDER_FIELDS = ['providername']
/** `[513] NETLOGON`, the head of an entry of PsLogList. */
const PSLOGLIST_HEAD = /^\[\d{1,9}\][ \t]{1,4}(\S[^\n]{0,60})$/
const PSLOGLIST_ID = /\bID:[ \t]{1,12}(\d{1,5})[ \t]*$/
/** Lines from the head of such an entry to its number. */
const PSLOGLIST_LINES = 6

/** `ID: 7000` right before or after `Source: Service Control Manager`, on the next line or the same. */
const SOURCE_VALUE = String.raw`Source[ \t]?[:=][ \t]*(?<source>\p{L}[^\n:=,;]{1,60}?)`
const VALUE_END = String.raw`(?=[ \t]*(?:$|[,;]|[ \t]{2}|[ \t]\p{L}{1,20}[ \t]?[:=]))`
const ID_VALUE = String.raw`(?<!\p{L}[ \t]?)ID[ \t]?[:=][ \t]*(?<id>\d{1,5})(?![\w.])`
const NEXT = String.raw`[ \t,;]{0,4}(?:\n[ \t]*)?`
const ID_BESIDE_SOURCE: readonly RegExp[] = [
  new RegExp(`${ID_VALUE}${NEXT}${SOURCE_VALUE}${VALUE_END}`, 'gimu'),
  new RegExp(`${SOURCE_VALUE}${NEXT}${ID_VALUE}`, 'gimu'),
]

/** Finds entries that are printed as fields below each other: by both event viewers in any language, PsLogList, PowerShell, JSON. */
export function findEventBlocks(text: string, lines: readonly Line[], lists: readonly RecordList[]): FoundSignature[] {
  return [
    ...findFieldRuns(lines).flatMap(findInRun),
    ...findPsLogList(lines),
    ...lists.flatMap(({ records }) => records.flatMap((record) => findInRecord(record) ?? [])),
    ...findBesideSource(text),
  ]
}

/** People shorten the names of the fields. `ID` alone is the number of an event where its source stands beside it. */
function findBesideSource(text: string): FoundSignature[] {
  return ID_BESIDE_SOURCE.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: found, index, groups: { id = '', source = '' } = {} }) =>
      EVENT_VALUES.source.test(source)
        ? (toEvent({ id, source }, { start: index, end: index + found.length }) ?? [])
        : [],
    ),
  )
}

/**
 * Both viewers print the source two fields above the number, and the date right above or below the number:
 * `Ereignistyp: Fehler`, `Ereignisquelle: ESE`, `Ereigniskategorie: (3)`, `Ereigniskennung: 454`, `Datum: 02.11.2002`.
 */
function findInRun(run: readonly ListedField[]): FoundSignature[] {
  return run.flatMap((field, index) => {
    if (!EVENT_VALUES.id.test(field.value)) return []
    const hasDate = [run[index - 1], run[index + 1]].some((other) => other !== undefined && beginsWithDate(other.value))
    const source = run[index - 2]?.value
    if (!hasDate || source === undefined || !EVENT_VALUES.source.test(source)) return []
    return toEvent({ id: field.value, source }, field) ?? []
  })
}

function findPsLogList(lines: readonly Line[]): FoundSignature[] {
  return lines.flatMap((line, index) => {
    const source = PSLOGLIST_HEAD.exec(line.text)?.[1]
    if (source === undefined) return []
    for (const below of lines.slice(index + 1, index + PSLOGLIST_LINES)) {
      const id = PSLOGLIST_ID.exec(below.text)?.[1]
      if (id !== undefined) return toEvent({ id, source }, { start: line.start, end: below.end }) ?? []
    }
    return []
  })
}

function findInRecord(record: PastedRecord): FoundSignature | undefined {
  const id = firstValue(record, ID_FIELDS)
  return id === undefined
    ? toEventOf(record, firstValue(record, ['id']), firstValue(record, PROVIDER_FIELDS))
    : toEventOf(record, id, firstValue(record, SOURCE_FIELDS))
}

function toEventOf(record: PastedRecord, id = '', source = ''): FoundSignature | undefined {
  return EVENT_VALUES.instance.test(id) && EVENT_VALUES.source.test(source)
    ? toEvent({ id, source }, record)
    : undefined
}
