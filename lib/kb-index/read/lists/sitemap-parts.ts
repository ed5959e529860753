import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'

/** An article with the date of its last review, or of its release. */
export interface DatedArticle {
  readonly number: KbNumber
  readonly modified?: string
}

/** Gives the newest date in each part of a list of all articles in number order, `size` in a part. */
export function listPartDates(database: IndexDatabase, size: number): (string | undefined)[] {
  return allRows<{ modified?: string }>(
    database,
    `SELECT max(modified) AS modified FROM (
       SELECT coalesce(reviewed, released) AS modified, (row_number() OVER (ORDER BY number) - 1) / CAST(? AS INTEGER) AS part FROM article)
     GROUP BY part ORDER BY part`,
    [size],
  ).map(({ modified }) => modified)
}

/** Lists the articles of one part, counted from 0. */
export function listPart(database: IndexDatabase, part: number, size: number): DatedArticle[] {
  return allRows(
    database,
    'SELECT number, coalesce(reviewed, released) AS modified FROM article ORDER BY number LIMIT ? OFFSET ?',
    [size, part * size],
  )
}

export function hasPart(database: IndexDatabase, part: number, size: number): boolean {
  return firstRow(database, 'SELECT 1 FROM article ORDER BY number LIMIT 1 OFFSET ?', [part * size]) !== undefined
}
