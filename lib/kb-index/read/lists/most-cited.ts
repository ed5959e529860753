import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'

/** Lists articles, those that most links of other articles lead to first, then in number order. */
export function listMostCited(database: IndexDatabase, limit: number): KbNumber[] {
  return allRows<{ number: KbNumber }>(
    database,
    `SELECT number FROM article LEFT JOIN (SELECT target, count(*) AS citations FROM link GROUP BY target) ON target = number
     ORDER BY citations DESC, number LIMIT ?`,
    [limit],
  ).map(({ number }) => number)
}
