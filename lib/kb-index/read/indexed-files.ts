import type { Attachment } from '@/lib/kb/articles/attachment'
import type { Problem } from '@/lib/kb/articles/errors'
import { ATTACHMENT, type IndexedPicture, type Picture } from '@/lib/kb/articles/picture'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, countRows, firstRow } from '@/lib/kb-index/file/rows'

/** A file of the content folder as the index remembers it. */
export interface IndexedFile {
  /** Path below the content folder. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
}

/** A file with the number that it claims. `hasFault` tells that it could not be read as it is. */
export interface KnownFile extends IndexedFile {
  readonly number?: KbNumber
  readonly hasFault: 0 | 1
}

/** Lists the files that the index knows, all or those of these paths, in path order. */
export function listIndexedFiles(database: IndexDatabase, paths?: Iterable<string>): KnownFile[] {
  return allRows(
    database,
    `SELECT path, size, mtimeMs, number, path IN (SELECT path FROM problem WHERE scope = 'file') AS hasFault
     FROM file ${paths ? 'WHERE path IN (SELECT value FROM json_each(?))' : ''} ORDER BY path`,
    paths ? [JSON.stringify([...paths])] : [],
  )
}

/** Lists the paths of the files that claim one of these numbers, in path order. */
export function listPathsOfNumbers(database: IndexDatabase, numbers: Iterable<KbNumber>): string[] {
  const sql = 'SELECT path FROM file WHERE number IN (SELECT value FROM json_each(?)) ORDER BY path'
  return allRows<{ path: string }>(database, sql, [JSON.stringify([...numbers])]).map(({ path }) => path)
}

export function getContentHash(database: IndexDatabase, path: string): string | undefined {
  const sql = 'SELECT contentHash FROM article WHERE path = ?'
  return firstRow<{ contentHash: string }>(database, sql, [path])?.contentHash
}

/** Lists the file of each article with the hash of its text. */
export function listArticleTexts(
  database: IndexDatabase,
): { readonly number: KbNumber; readonly path: string; readonly contentHash: string }[] {
  return allRows(database, 'SELECT number, path, contentHash FROM article ORDER BY path')
}

/** Counts what somebody has to mend in the articles. */
export function countProblems(database: IndexDatabase): number {
  return countRows(database, 'SELECT count(*) AS count FROM problem WHERE NOT isNote')
}

/** Lists the problems that the last build or update found, in path order. */
export function listProblems(database: IndexDatabase): Problem[] {
  return selectProblems(database, '', [])
}

/** Lists those of the file that an article is served from. */
export function listProblemsOf(database: IndexDatabase, number: KbNumber): Problem[] {
  return selectProblems(database, 'WHERE path = (SELECT path FROM article WHERE article.number = ?)', [number])
}

function selectProblems(database: IndexDatabase, where: string, parameters: readonly KbNumber[]): Problem[] {
  const rows = allRows<Omit<Problem, 'isNote'> & { readonly isNote: 0 | 1 }>(
    database,
    `SELECT path AS file, line, number, message, isNote FROM problem ${where} ORDER BY path, line, number, message`,
    parameters,
  )
  return rows.map(({ isNote, ...problem }) => ({ ...problem, ...(isNote === 1 && { isNote: true }) }))
}

/** Gives the pictures of an article that can be shown, by the address that the article writes. */
export function listPicturesOf(database: IndexDatabase, number: KbNumber): ReadonlyMap<string, Picture> {
  const rows = allRows<Picture & { readonly url: string }>(
    database,
    'SELECT url, sha256, type, width, height FROM picture WHERE number = ? AND sha256 IS NOT NULL AND type <> ?',
    [number, ATTACHMENT],
  )
  return new Map(rows.map(({ url, ...picture }) => [url, picture]))
}

/** Gives where a picture lies below the content folder, by its bytes. Nothing else is ever served. */
export function getPictureFile(
  database: IndexDatabase,
  sha256: string,
): (Pick<Picture, 'type'> & { readonly path: string }) | undefined {
  return firstRow(database, 'SELECT path, type FROM picture WHERE sha256 = ? AND type <> ? ORDER BY path LIMIT 1', [
    sha256,
    ATTACHMENT,
  ])
}

/** Gives the files of an article that readers can download, by the address that the article writes. */
export function listAttachmentsOf(database: IndexDatabase, number: KbNumber): ReadonlyMap<string, Attachment> {
  const rows = allRows<{ url: string; path: string; sha256: string; size: number }>(
    database,
    'SELECT url, path, sha256, size FROM picture WHERE number = ? AND type = ?',
    [number, ATTACHMENT],
  )
  return new Map(rows.map(({ url, path, ...file }) => [url, { ...file, name: path.slice(path.lastIndexOf('/') + 1) }]))
}

/** Gives where a file to download lies, by its bytes and its name. Nothing else is ever served. */
export function getAttachmentFile(
  database: IndexDatabase,
  sha256: string,
  name: string,
): { readonly path: string; readonly size: number; readonly mtimeMs: number } | undefined {
  const files = allRows<{ path: string; size: number; mtimeMs: number }>(
    database,
    'SELECT DISTINCT path, size, mtimeMs FROM picture WHERE sha256 = ? AND type = ? ORDER BY path LIMIT 1000',
    [sha256, ATTACHMENT],
  )
  return files.find(({ path }) => path === name || path.endsWith(`/${name}`))
}

/** Lists every picture that articles name, with the path of the article. */
export function listIndexedPictures(database: IndexDatabase): (IndexedPicture & { readonly article: string })[] {
  return allRows(
    database,
    `SELECT coalesce(article.path, 'site.yaml') AS article, url, picture.path, size, mtimeMs
     FROM picture LEFT JOIN article USING (number) WHERE picture.path IS NOT NULL`,
  )
}

/** Gives the article that is served from a file. */
export function getNumberAt(database: IndexDatabase, path: string): KbNumber | undefined {
  return firstRow<{ number: KbNumber }>(database, 'SELECT number FROM article WHERE path = ?', [path])?.number
}
