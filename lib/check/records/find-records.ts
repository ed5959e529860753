import { findFieldLists } from './field-records'
import { findHashtables } from './hashtable-records'
import { findJsonLists } from './json-records'
import { type Line, splitLines } from './lines'
import type { RecordList } from './record'
import { findTables } from './table-records'
import { findXmlLists } from './xml-records'

/** Finds every list of records in a text, in its order: tables, lists of fields, JSON and XML. */
export function findRecordLists(text: string): RecordList[] {
  const lines = splitLines(text)
  const tables = findTables(lines)
  const lists = [
    ...tables,
    ...findFieldLists(withoutTables(lines, tables)),
    ...findJsonLists(text),
    ...findXmlLists(text),
    ...findHashtables(lines),
  ]
  return lists.sort((one, other) => one.start - other.start)
}

/** The rows of a table are not fields, and no list of fields goes on behind a table. */
function withoutTables(lines: readonly Line[], tables: readonly RecordList[]): Line[] {
  let next = 0
  return lines.map((line) => {
    while (next < tables.length && (tables[next]?.end ?? 0) < line.start) next++
    const isInTable = (tables[next]?.start ?? Number.POSITIVE_INFINITY) <= line.start
    return isInTable ? { ...line, text: TABLE_MARK } : line
  })
}

const TABLE_MARK = '|'
