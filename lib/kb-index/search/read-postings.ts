import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow } from '@/lib/kb-index/file/rows'
import { decodePostings, NO_POSTINGS, NO_STORED_POSTINGS, type Postings, type StoredPostings } from './posting-list'

/** Reads the list of a term; it is empty for a term that no article has. */
export function readPostings(database: IndexDatabase, term: string): Postings {
  const stored = readStoredPostings(database, term)
  return stored.count > 0 ? decodePostings(stored.bytes, stored.count) : NO_POSTINGS
}

/** Reads it as it is stored. */
export function readStoredPostings(database: IndexDatabase, term: string): StoredPostings {
  const row = firstRow<{ articleCount: number; articles: ArrayBuffer }>(
    database,
    'SELECT articleCount, articles FROM posting WHERE term = ?',
    [term],
  )
  return row ? { bytes: new Uint8Array(row.articles), count: row.articleCount } : NO_STORED_POSTINGS
}

/** Counts the articles that have a word as it is written. */
export function countArticlesWithWord(database: IndexDatabase, word: string): number {
  const sql = 'SELECT articleCount FROM word WHERE word = ?'
  return firstRow<{ articleCount: number }>(database, sql, [word])?.articleCount ?? 0
}

export function countArticlesWith(database: IndexDatabase, term: string): number {
  const sql = 'SELECT articleCount FROM posting WHERE term = ?'
  return firstRow<{ articleCount: number }>(database, sql, [term])?.articleCount ?? 0
}
