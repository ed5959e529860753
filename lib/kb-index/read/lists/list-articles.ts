import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SearchFilters, StateFilter } from '@/lib/kb/search/search-filters'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from '@/lib/kb-index/read/summaries'
import { listProductIds } from '@/lib/kb-index/search/product-filter'

/** Which articles, in number order. */
export interface ArticleSelection extends Pick<SearchFilters, 'kind' | 'state'> {
  /** The slug of a product or group. */
  readonly product?: string
  /** The slug of an update series. */
  readonly line?: string
  /** Only articles with a greater number. */
  readonly after: KbNumber | 0
  readonly limit: number
}

const STATES: Readonly<Record<StateFilter, readonly string[]>> = {
  'no-replacement-known': ['no-replacement-known', 'latest', 'last-of-line'],
  superseded: ['superseded', 'superseded-by-unknown'],
  'partly-superseded': ['partly-superseded'],
  withdrawn: ['withdrawn'],
}

/** Lists articles in number order from where the last list ended, so that the last page costs as little as the first. */
export function listArticlesAfter(database: IndexDatabase, selection: ArticleSelection): ArticleSummary[] {
  const { product, line, kind, state, after, limit } = selection
  const conditions = [
    product !== undefined &&
      'article.number IN (SELECT number FROM articleProduct WHERE productId IN (SELECT value FROM json_each(:products)))',
    line !== undefined && 'lineSlug = :line',
    kind !== undefined && 'kind = :kind',
    state !== undefined && 'state IN (SELECT value FROM json_each(:states))',
  ].filter((condition) => condition !== false)
  const rows = allRows<SummaryRow>(
    database,
    `SELECT ${SUMMARY_COLUMNS} FROM article WHERE ${['article.number > :after', ...conditions].join(' AND ')}
     ORDER BY article.number LIMIT :limit`,
    {
      after,
      limit,
      ...(product !== undefined && { products: JSON.stringify(listProductIds(database, product)) }),
      ...(line !== undefined && { line }),
      ...(kind !== undefined && { kind }),
      ...(state !== undefined && { states: JSON.stringify(STATES[state]) }),
    },
  )
  return rows.map(rowToSummary)
}
