import type { Line } from '@/lib/check/records/lines'
import type { RecordList } from '@/lib/check/records/record'
import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { findEventBlocks } from './event-blocks'
import { findEventRows } from './event-rows'

/** Finds the entries of event logs that are known by the form of their values, whatever the language of their fields. */
export function findExportedEvents(
  text: string,
  lines: readonly Line[],
  lists: readonly RecordList[],
): FoundSignature[] {
  return [...findEventRows(lines), ...findEventBlocks(text, lines, lists)]
}
