import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { readPostings } from './read-postings'
import { searchMemoryOf } from './search-memory'

/** Tells which of the terms each of the articles has, in the order of the terms. The work is that of reading their lists. */
export function listMatchedTerms(
  database: IndexDatabase,
  terms: readonly string[],
  numbers: readonly KbNumber[],
): Map<KbNumber, string[]> {
  const rows = allRows<{ ordinal: number; number: KbNumber }>(
    database,
    'SELECT ordinal, number FROM articleText WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number',
    [JSON.stringify(numbers)],
  )
  const termsOf = new Map(rows.map(({ ordinal }): [number, string[]] => [ordinal, []]))
  const memory = searchMemoryOf(database)
  for (const term of terms) {
    for (const ordinal of readPostings(database, memory, [term]).ordinals) termsOf.get(ordinal)?.push(term)
  }
  return new Map(rows.map(({ ordinal, number }) => [number, termsOf.get(ordinal) ?? []]))
}
