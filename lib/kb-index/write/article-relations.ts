import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow, run } from '@/lib/kb-index/file/rows'

/** What is derived for an article from all articles. */
const DERIVED = ['lineSlug', 'state', 'supersededBy', 'currentArticle', 'stepsToCurrent'] as const
type Derived = Readonly<Record<(typeof DERIVED)[number], string | number | undefined>>

/** What an article says of itself and others, as far as anything is derived from it. */
export interface ArticleRelations {
  /** Equal for the same relations. */
  readonly text: string
  readonly derived: Derived
}

/** The rows of an article from which states, lists and problems are derived. Words alone, as in the context of a link, are left out. */
const SOURCES = [
  'SELECT path, number, numberLine FROM file WHERE number = ? ORDER BY path',
  `SELECT number, path, title, shortTitle, kind, provenance, products, released, reviewed, build, line, withdrawn
   FROM article WHERE number = ?`,
  'SELECT alias FROM alias WHERE number = ? ORDER BY alias',
  'SELECT * FROM statement WHERE statedBy = ? ORDER BY rowid',
  `SELECT target, citedTitle, isExplicit, CASE source WHEN target THEN fileLine END AS ownLine
   FROM link WHERE source = ? AND NOT isFile ORDER BY rowid`,
  'SELECT productId, isGroup FROM articleProduct WHERE number = ? ORDER BY productId',
]

/**
 * Reads the relations of the article in a file. Gives `undefined` if there is none, or if its links to files or what is wrong
 * between it and others have to be derived anew in any case.
 */
export function readRelations(database: IndexDatabase, path: string): ArticleRelations | undefined {
  const row = firstRow<Derived & { readonly number: KbNumber; readonly isInvolved: 0 | 1 }>(
    database,
    `SELECT number, ${DERIVED.join(', ')},
       EXISTS (SELECT 1 FROM fileLink WHERE source = number)
       OR EXISTS (SELECT 1 FROM problem WHERE problem.path = article.path AND scope = 'collection') AS isInvolved
     FROM article WHERE path = ?`,
    [path],
  )
  if (!row || row.isInvolved) return undefined
  const { number, isInvolved: _, ...derived } = row
  return { text: JSON.stringify(SOURCES.map((sql) => allRows(database, sql, [number]))), derived }
}

/** Gives an article that was written anew what had been derived for it. */
export function restoreDerived(database: IndexDatabase, path: string, derived: Derived): void {
  const sql = `UPDATE article SET ${DERIVED.map((column) => `${column} = ?`).join(', ')} WHERE path = ?`
  run(database, sql, [...DERIVED.map((column) => derived[column]), path])
}
