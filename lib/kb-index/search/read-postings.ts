import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow } from '@/lib/kb-index/file/rows'
import { decodePostings, NO_POSTINGS, type Postings } from './posting-list'

/** Reads the list of a term; it is empty for a term that no article has. */
export function readPostings(database: IndexDatabase, term: string): Postings {
  const row = firstRow<{ articleCount: number; articles: ArrayBuffer }>(
    database,
    'SELECT articleCount, articles FROM posting WHERE term = ?',
    [term],
  )
  return row ? decodePostings(new Uint8Array(row.articles), row.articleCount) : NO_POSTINGS
}

export function countArticlesWith(database: IndexDatabase, term: string): number {
  const sql = 'SELECT articleCount FROM posting WHERE term = ?'
  return firstRow<{ articleCount: number }>(database, sql, [term])?.articleCount ?? 0
}
