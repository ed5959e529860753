import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { expandText } from './documents/search-document'

export interface ArticleText {
  readonly title: string
  readonly body: string
}

/** Reads the titles and texts of articles. */
export function readTexts(database: IndexDatabase, numbers: readonly KbNumber[]): ReadonlyMap<KbNumber, ArticleText> {
  if (numbers.length === 0) return new Map()
  const rows = allRows<{ number: KbNumber; title: string; body: ArrayBuffer }>(
    database,
    `SELECT article.number, article.title, articleText.body FROM article JOIN articleText USING (number)
     WHERE article.number IN (SELECT value FROM json_each(?)) ORDER BY article.number`,
    [JSON.stringify(numbers)],
  )
  return new Map(rows.map(({ number, title, body }) => [number, { title, body: expandText(new Uint8Array(body)) }]))
}
