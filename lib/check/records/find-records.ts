import { findFieldLists } from './field-records'
import { findHashtables } from './hashtable-records'
import { findJsonLists } from './json-records'
import { type Line, splitLines } from './lines'
import type { RecordList } from './record'
import { findTables } from './table-records'
import { findXmlLists } from './xml-records'

/** Finds every list of records in a text, in its order: tables, lists of fields, JSON and XML. Lines that are `taken` are none. */
export function findRecordLists(text: string, taken: readonly Place[] = []): RecordList[] {
  const lines = withoutPlaces(splitLines(text), taken)
  const tables = findTables(lines)
  const lists = [
    ...tables,
    ...findFieldLists(withoutPlaces(lines, tables)),
    ...findJsonLists(text),
    ...findXmlLists(text),
    ...findHashtables(lines),
  ]
  return lists.sort((one, other) => one.start - other.start)
}

/** From where to where a list goes. */
type Place = Pick<RecordList, 'start' | 'end'>

/** The rows of a table are not fields, and no list of fields goes on behind a table. */
function withoutPlaces(lines: readonly Line[], places: readonly Place[]): Line[] {
  let next = 0
  return lines.map((line) => {
    while (next < places.length && (places[next]?.end ?? 0) < line.start) next++
    const isTaken = (places[next]?.start ?? Number.POSITIVE_INFINITY) <= line.start
    return isTaken ? { ...line, text: TABLE_MARK } : line
  })
}

const TABLE_MARK = '|'
