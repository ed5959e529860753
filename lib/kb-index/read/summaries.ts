import type { ArticleReference, ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'

/** The short name of the series that an article is the last update of. */
export const SERIES_NAME_COLUMN = `iif(article.state = 'last-of-line',
  (SELECT shortName FROM series WHERE series.line = article.line LIMIT 1), NULL) AS seriesName`

/** The columns of a summary. The query must call the table `article`. */
export const SUMMARY_COLUMNS = `article.number, article.title, article.shortTitle, article.kind, article.provenance, article.products,
  article.released, article.reviewed, article.build, article.line, article.state, article.currentArticle, ${SERIES_NAME_COLUMN}`

export interface SummaryRow extends Omit<ArticleSummary, 'products'> {
  /** A JSON array of names. */
  readonly products: string
}

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
    seriesName: row.seriesName,
  }
}

export function getSummary(database: IndexDatabase, number: KbNumber): ArticleSummary | undefined {
  const row = firstRow<SummaryRow>(database, `SELECT ${SUMMARY_COLUMNS} FROM article WHERE number = ?`, [number])
  return row && rowToSummary(row)
}

/** Gives the article with its summary, or a missing article with the title that others give it. */
export function getReference(database: IndexDatabase, number: KbNumber): ArticleReference {
  const summary = getSummary(database, number)
  return summary ? { number, title: summary.title, summary } : { number, title: getCitedTitle(database, number) }
}

/** Gives the title that most articles give a number; of equally frequent ones the longest, because titles get cut. */
export function getCitedTitle(database: IndexDatabase, number: KbNumber): string | undefined {
  return firstRow<{ citedTitle: string }>(
    database,
    `SELECT citedTitle FROM link WHERE target = ? AND citedTitle IS NOT NULL
     GROUP BY citedTitle ORDER BY count(*) DESC, length(citedTitle) DESC, citedTitle LIMIT 1`,
    [number],
  )?.citedTitle
}

/** Lists the articles with the newest reviews, newest first. */
export function listRecentlyReviewed(database: IndexDatabase, limit: number): ArticleSummary[] {
  const rows = allRows<SummaryRow>(
    database,
    `SELECT ${SUMMARY_COLUMNS} FROM article WHERE reviewed IS NOT NULL ORDER BY reviewed DESC, number LIMIT ?`,
    [limit],
  )
  return rows.map(rowToSummary)
}

function parseNames(json: string): string[] {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}
