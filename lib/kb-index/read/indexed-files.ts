import type { Problem } from '@/lib/kb/articles/errors'
import type { IndexedPicture, Picture } from '@/lib/kb/articles/picture'
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

/** Gives the pictures of an article that can be shown, by the address that the article writes. */
export function listPicturesOf(database: IndexDatabase, number: KbNumber): ReadonlyMap<string, Picture> {
  const rows = allRows<Picture & { readonly url: string }>(
    database,
    'SELECT url, sha256, type, width, height FROM picture WHERE number = ? AND sha256 IS NOT NULL',
    [number],
  )
  return new Map(rows.map(({ url, ...picture }) => [url, picture]))
}

/** Gives where a picture lies below the content folder, by its bytes. Nothing else is ever served. */
export function getPictureFile(
  database: IndexDatabase,
  sha256: string,
): (Pick<Picture, 'type'> & { readonly path: string }) | undefined {
  return firstRow(database, 'SELECT path, type FROM picture WHERE sha256 = ? ORDER BY path LIMIT 1', [sha256])
}

/** Lists every picture that articles name, with the path of the article. */
export function listIndexedPictures(database: IndexDatabase): (IndexedPicture & { readonly article: string })[] {
  return allRows(
    database,
    `SELECT article.path AS article, url, picture.path, size, mtimeMs FROM picture JOIN article USING (number)
     WHERE picture.path IS NOT NULL`,
  )
}

/** Gives the article that is served from a file. */
export function getNumberAt(database: IndexDatabase, path: string): KbNumber | undefined {
  return firstRow<{ number: KbNumber }>(database, 'SELECT number FROM article WHERE path = ?', [path])?.number
}
