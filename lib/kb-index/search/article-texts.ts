import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { expandText } from './search-document'
import type { SearchMemory } from './search-memory'

/** The texts of articles, by ordinal. Each is read once in a search. */
export type ArticleTexts = ReadonlyMap<number, string>

/** Reads the texts of articles that are not in `known`. */
export function readTexts(
  database: IndexDatabase,
  memory: SearchMemory,
  ordinals: readonly number[],
  known: ArticleTexts = new Map(),
): Map<number, string> {
  const missing = ordinals.filter((ordinal) => !known.has(ordinal)).map((ordinal) => memory.numbers[ordinal])
  const rows = allRows<{ ordinal: number; body: ArrayBuffer }>(
    database,
    'SELECT ordinal, body FROM articleText WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number',
    [JSON.stringify(missing)],
  )
  return new Map([...known, ...rows.map(({ ordinal, body }) => [ordinal, expandText(new Uint8Array(body))] as const)])
}
