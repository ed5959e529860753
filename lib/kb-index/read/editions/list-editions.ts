import type { PageOf } from '@/lib/kb/articles/article'
import type { ArticleChange, Edition, EditionChange } from '@/lib/kb/articles/edition'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { pageOf } from '@/lib/kb-index/file/page-of'
import { allRows, countRows, firstRow } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from '@/lib/kb-index/read/summaries'

export const CHANGES_PER_PAGE = 50

/** Lists the editions of an article, oldest first; none if only its present text is known. */
export function listEditions(database: IndexDatabase, number: KbNumber): EditionChange[] {
  return allRows(database, 'SELECT number, day, before, added, removed FROM edition WHERE number = ? ORDER BY day', [
    number,
  ])
}

/** Gives the text of an article on a day of `listEditions`. */
export function getEdition(database: IndexDatabase, number: KbNumber, day: string): Edition | undefined {
  const row = firstRow<{ blocks: string }>(database, 'SELECT blocks FROM edition WHERE number = ? AND day = ?', [
    number,
    day,
  ])
  return row && { day, blocks: JSON.parse(row.blocks) }
}

export function hasEditions(database: IndexDatabase, number: number): boolean {
  return firstRow(database, 'SELECT 1 FROM edition WHERE number = ? LIMIT 1', [number]) !== undefined
}

/** Gives a page of the changes of all articles, newest first. */
export function listArticleChanges(database: IndexDatabase, page: number): PageOf<ArticleChange> {
  const count = countRows(database, 'SELECT count(*) AS count FROM edition WHERE before IS NOT NULL')
  return pageOf(count, { page, size: CHANGES_PER_PAGE }, ({ limit, offset }) =>
    allRows<SummaryRow & Omit<EditionChange, 'number'>>(
      database,
      `SELECT ${SUMMARY_COLUMNS}, edition.day, edition.before, edition.added, edition.removed
       FROM edition JOIN article USING (number) WHERE edition.before IS NOT NULL
       ORDER BY edition.day DESC, edition.added + edition.removed DESC, article.number LIMIT ? OFFSET ?`,
      [limit, offset],
    ).map(({ day, before, added, removed, ...row }) => {
      const article = rowToSummary(row)
      return { article, number: article.number, day, before, added, removed }
    }),
  )
}
