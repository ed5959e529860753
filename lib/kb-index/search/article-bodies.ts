import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { expandText } from './search-document'

/** Reads the texts of articles by their numbers. */
export function readBodies(database: IndexDatabase, numbers: readonly KbNumber[]): Map<KbNumber, string> {
  const rows = allRows<{ number: KbNumber; body: ArrayBuffer }>(
    database,
    'SELECT number, body FROM articleText WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number',
    [JSON.stringify(numbers)],
  )
  return new Map(rows.map(({ number, body }) => [number, expandText(new Uint8Array(body))]))
}
