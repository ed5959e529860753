import type { Change } from '@/lib/kb/articles/change'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows } from '@/lib/kb-index/file/rows'
import { getSummary, rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from '@/lib/kb-index/read/summaries'
import { listProductIds } from '@/lib/kb-index/search/product-filter'

/** At most this many changes are in a feed. */
export const MAX_CHANGES = 50

/** The product or the update series that changes are limited to, by its slug. */
export interface ChangeScope {
  readonly product?: string
  readonly line?: string
}

/** The date of an article is that of its release, or else of its review; without one nobody knows when it was new. */
const DATE = (table: string) => `coalesce(${table}.released, ${table}.reviewed)`

/** Lists the newest articles and the newest replacements, newest first. */
export function listChanges(database: IndexDatabase, scope: ChangeScope = {}): readonly Change[] {
  return scope.product === undefined && scope.line === undefined
    ? listAllChanges(database)
    : readChanges(database, scope)
}

/** They are looked for among all articles, so that it is done once for each version of the index. */
const listAllChanges = perVersion((database) => readChanges(database, {}))

function readChanges(database: IndexDatabase, scope: ChangeScope): Change[] {
  const changes = [...listNew(database, scope), ...listReplaced(database, scope)]
  return changes
    .sort((one, other) => compare(other.date, one.date) || one.article.number - other.article.number)
    .slice(0, MAX_CHANGES)
}

function listNew(database: IndexDatabase, scope: ChangeScope): Change[] {
  const rows = allRows<SummaryRow & { date: string }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, ${DATE('article')} AS date FROM article
     WHERE ${DATE('article')} IS NOT NULL ${conditionOf(scope)}
     ORDER BY date DESC, article.number LIMIT :limit`,
    parametersOf(database, scope),
  )
  return rows.map(({ date, ...row }) => ({ article: rowToSummary(row), date }))
}

function listReplaced(database: IndexDatabase, scope: ChangeScope): Change[] {
  const rows = allRows<SummaryRow & { date: string; successor: KbNumber }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, ${DATE('newer')} AS date, newer.number AS successor
     FROM article JOIN article AS newer ON newer.number = article.supersededBy
     WHERE ${DATE('newer')} IS NOT NULL ${conditionOf(scope)}
     ORDER BY date DESC, article.number LIMIT :limit`,
    parametersOf(database, scope),
  )
  return rows.flatMap(({ date, successor, ...row }) => {
    const replacedBy = getSummary(database, successor)
    return replacedBy ? [{ article: rowToSummary(row), date, replacedBy }] : []
  })
}

function conditionOf({ product, line }: ChangeScope): string {
  if (line !== undefined) return 'AND article.lineSlug = :line'
  return product === undefined
    ? ''
    : `AND article.number IN (SELECT number FROM articleProduct
         WHERE productId IN (SELECT value FROM json_each(:products)))`
}

function parametersOf(database: IndexDatabase, { product, line }: ChangeScope): Record<string, string | number> {
  const limit = { limit: MAX_CHANGES }
  if (line !== undefined) return { ...limit, line }
  return product === undefined ? limit : { ...limit, products: JSON.stringify(listProductIds(database, product)) }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
