import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** An article and the line that it belongs to. */
export interface ArticleInLine {
  readonly summary: ArticleSummary
  readonly lineSlug?: string
  /** Why the update was withdrawn. */
  readonly withdrawn?: string
}

/** Maps each number that is an article's own or an alias to the article and its line. */
export function listArticlesInLines(
  database: IndexDatabase,
  numbers: readonly KbNumber[],
): Map<KbNumber, ArticleInLine> {
  const rows = allRows<SummaryRow & Omit<ArticleInLine, 'summary'> & { asked: KbNumber }>(
    database,
    `WITH asked AS (SELECT DISTINCT value AS number FROM json_each(?)),
       named AS (
         SELECT asked.number AS asked, article.number FROM asked JOIN article USING (number)
         UNION ALL
         SELECT asked.number, min(alias.number) FROM asked JOIN alias ON alias.alias = asked.number
         WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.number = asked.number) GROUP BY asked.number
       )
     SELECT named.asked, article.lineSlug, article.withdrawn, ${SUMMARY_COLUMNS} FROM named JOIN article ON article.number = named.number
     ORDER BY named.asked`,
    [JSON.stringify(numbers)],
  )
  return new Map(
    rows.map(({ asked, lineSlug, withdrawn, ...row }) => [asked, { summary: rowToSummary(row), lineSlug, withdrawn }]),
  )
}
