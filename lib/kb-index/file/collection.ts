import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { type IndexDatabase, oncePerRead } from './driver'
import { allRows, countRows, firstRow } from './rows'

export function countArticles(database: IndexDatabase): number {
  return countRows(database, 'SELECT count(*) AS count FROM article')
}

/** Lists at most `count` articles that lie far from each other in the order of their numbers. */
export function listSampleNumbers(database: IndexDatabase, count: number): KbNumber[] {
  const step = Math.max(1, Math.floor(countArticles(database) / count))
  const sql = `SELECT number FROM (SELECT number, row_number() OVER (ORDER BY number) - 1 AS place FROM article)
    WHERE place % ? = 0 LIMIT ?`
  return allRows<{ number: KbNumber }>(database, sql, [step, count]).map(({ number }) => number)
}

const openedAs = new WeakMap<IndexDatabase, number>()
let openedCount = 0

/** Gives a text that changes whenever the index does: with another file, or with a change in this one. */
export function getIndexVersion(database: IndexDatabase): string {
  const opened = openedAs.get(database) ?? ++openedCount
  openedAs.set(database, opened)
  return oncePerRead(database, 'version', () => {
    const row = firstRow<{ version: number }>(database, 'SELECT data_version AS version FROM pragma_data_version')
    return `${opened}.${row?.version ?? 0}`
  })
}
