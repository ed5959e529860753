import type { Problem } from '@/lib/kb/articles/errors'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'

/** A file of the content folder as the index remembers it. */
export interface IndexedFile {
  /** Path below the content folder. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
}

/** Lists every file that the index knows, in path order, with the number that it claims. */
export function listIndexedFiles(database: IndexDatabase): (IndexedFile & { readonly number?: KbNumber })[] {
  return allRows(database, 'SELECT path, size, mtimeMs, number FROM file ORDER BY path')
}

export function getContentHash(database: IndexDatabase, path: string): string | undefined {
  const sql = 'SELECT contentHash FROM article WHERE path = ?'
  return firstRow<{ contentHash: string }>(database, sql, [path])?.contentHash
}

/** Lists the problems that the last build or update found, in path order. */
export function listProblems(database: IndexDatabase): Problem[] {
  const rows = allRows<Omit<Problem, 'isNote'> & { readonly isNote: 0 | 1 }>(
    database,
    'SELECT path AS file, line, number, message, isNote FROM problem ORDER BY path, line, number, message',
  )
  return rows.map(({ isNote, ...problem }) => ({ ...problem, ...(isNote === 1 && { isNote: true }) }))
}
