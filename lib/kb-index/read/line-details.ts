import { groupBy } from '@/lib/kb/articles/group-by'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { type LineDetails, type LineFacts, listLineSteps } from '@/lib/kb/updates/line-steps'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { getUpdateLine } from './relations'
import { getNewerForProduct, getSeries } from './series'

/** At most this many fixes of one line are read. */
const MAX_FIXES = 50_000

/** Gives a line with its steps. */
export function getLineDetails(database: IndexDatabase, slug: string): LineDetails | undefined {
  const line = getUpdateLine(database, slug)
  return (
    line && {
      name: line.name,
      slug,
      steps: listLineSteps(line.updates, getLineFacts(database, slug)),
      series: getSeries(database, line.name),
      newerForProduct: getNewerForProduct(database, line.name),
    }
  )
}

export function getLineFacts(database: IndexDatabase, slug: string): LineFacts {
  const successors = allRows<{ number: KbNumber; supersededBy: KbNumber }>(
    database,
    'SELECT number, supersededBy FROM article WHERE lineSlug = ? AND supersededBy IS NOT NULL ORDER BY number',
    [slug],
  )
  const rows = allRows<{ fixedBy: KbNumber; number: KbNumber }>(
    database,
    `SELECT DISTINCT subject AS fixedBy, object AS number
     FROM article JOIN statement ON statement.kind = 'fixes' AND subject = article.number
     WHERE article.lineSlug = ? AND subject <> object ORDER BY subject, object LIMIT ?`,
    [slug, MAX_FIXES],
  )
  return {
    successors: new Map(successors.map(({ number, supersededBy }) => [number, supersededBy])),
    fixes: new Map(
      Array.from(
        groupBy(rows, ({ fixedBy }) => fixedBy),
        ([fixedBy, listed]) => [fixedBy, listed.map(({ number }) => number)],
      ),
    ),
  }
}
