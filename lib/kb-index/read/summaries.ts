import type { ArticleReference, ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'

/** The columns of `article` that a summary is made of; the table must be called `article` in the query. */
export const SUMMARY_COLUMNS = `article.number, article.title, article.shortTitle, article.kind, article.provenance, article.products,
  article.released, article.reviewed, article.build, article.line, article.state, article.currentArticle`

/** A row of these columns. */
export interface SummaryRow extends Omit<ArticleSummary, 'products'> {
  /** A JSON array of names. */
  readonly products: string
}

/** Gives the summary that a row of `SUMMARY_COLUMNS` holds. */
export function rowToSummary(row: SummaryRow): ArticleSummary {
  return {
    number: row.number,
    title: row.title,
    shortTitle: row.shortTitle,
    kind: row.kind,
    provenance: row.provenance,
    products: parseNames(row.products),
    released: row.released,
    reviewed: row.reviewed,
    build: row.build,
    line: row.line,
    state: row.state,
    currentArticle: row.currentArticle,
  }
}

/** Gives the summary of an article, or `undefined`. */
export function getSummary(database: IndexDatabase, number: KbNumber): ArticleSummary | undefined {
  const row = firstRow<SummaryRow>(database, `SELECT ${SUMMARY_COLUMNS} FROM article WHERE number = ?`, [number])
  return row && rowToSummary(row)
}

/** Gives the article of that number as others see it: its summary, or the title with which they cite it. */
export function getReference(database: IndexDatabase, number: KbNumber): ArticleReference {
  const summary = getSummary(database, number)
  return summary ? { number, title: summary.title, summary } : { number, title: getCitedTitle(database, number) }
}

/** Gives the title with which most articles cite a number; of equally frequent ones the longest, since titles get cut. */
export function getCitedTitle(database: IndexDatabase, number: KbNumber): string | undefined {
  return firstRow<{ citedTitle: string }>(
    database,
    `SELECT citedTitle FROM link WHERE target = ? AND citedTitle IS NOT NULL
     GROUP BY citedTitle ORDER BY count(*) DESC, length(citedTitle) DESC, citedTitle LIMIT 1`,
    [number],
  )?.citedTitle
}

/** Lists the articles with the newest reviews or releases, newest first. */
export function listRecentlyReviewed(database: IndexDatabase, limit: number): ArticleSummary[] {
  const rows = allRows<SummaryRow>(
    database,
    `SELECT ${SUMMARY_COLUMNS} FROM article WHERE reviewed IS NOT NULL ORDER BY reviewed DESC, number LIMIT ?`,
    [limit],
  )
  return rows.map(rowToSummary)
}

/** The names in a JSON array that the writer made of checked front matter. */
function parseNames(json: string): string[] {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}
