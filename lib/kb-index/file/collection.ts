import type { IndexDatabase } from './driver'
import { countRows, firstRow } from './rows'

export function countArticles(database: IndexDatabase): number {
  return countRows(database, 'SELECT count(*) AS count FROM article')
}

/** Gives the file of any article, or `undefined` of an empty collection. */
export function getAnyPath(database: IndexDatabase): string | undefined {
  return firstRow<{ path: string }>(database, 'SELECT path FROM article LIMIT 1')?.path
}

const openedAs = new WeakMap<IndexDatabase, number>()
let openedCount = 0

/** Gives a text that changes whenever the index does: with another file, or with a change in this one. */
export function getIndexVersion(database: IndexDatabase): string {
  const opened = openedAs.get(database) ?? ++openedCount
  openedAs.set(database, opened)
  const row = firstRow<{ version: number }>(database, 'SELECT data_version AS version FROM pragma_data_version')
  return `${opened}.${row?.version ?? 0}`
}
