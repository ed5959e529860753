import type { Place } from '@/lib/kb/articles/errors'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { type Contradiction, describeSelfReference, describeSharedNumber } from '@/lib/kb/updates/contradictions'
import { describeSeriesConflicts, type StatedSeries } from '@/lib/kb/updates/succession'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'
import { insertProblem } from './insert-problem'

/** Reports contradictions, numbers that are used twice, and articles that name themselves. */
export function reportContradictions(database: IndexDatabase, contradictions: readonly Contradiction[]): void {
  reportSelfReferences(database)
  reportSharedNumbers(database)
  for (const { statement, message, isNote } of contradictions) {
    const { line, statedBy: number } = statement
    const file = firstRow<{ path: string }>(database, 'SELECT path FROM article WHERE number = ?', [number])?.path
    if (file !== undefined) insertProblem(database, { file, line, number, message, isNote }, 'collection')
  }
}

/** Reports what series files state that cannot be true together, or beside the articles. */
export function reportSeriesConflicts(database: IndexDatabase, series: readonly StatedSeries[]): void {
  const newestOf = (line: string) =>
    firstRow<{ number: KbNumber }>(
      database,
      `SELECT number FROM article WHERE line = ? AND state IN ('latest', 'last-of-line')`,
      [line],
    )?.number
  for (const { series: stated, message } of describeSeriesConflicts(series, newestOf)) {
    insertProblem(database, { file: stated.path, line: stated.fileLine, message }, 'collection')
  }
}

function reportSelfReferences(database: IndexDatabase): void {
  const rows = allRows<Required<Place> & { readonly kind: 'link' | 'replaces' | 'fixes' }>(
    database,
    `SELECT 'link' AS kind, path AS file, fileLine AS line, number FROM link JOIN article ON number = source
     WHERE source = target AND isExplicit
     UNION ALL
     SELECT statement.kind, path, CASE statement.kind WHEN 'fixes' THEN 1 ELSE fileLine END, number
     FROM statement JOIN article ON number = statedBy
     WHERE subject = object AND (statement.kind = 'replaces' OR statement.kind = 'fixes' AND statedBy = subject)`,
  )
  for (const { kind, ...place } of rows) {
    insertProblem(database, { ...place, message: describeSelfReference(kind, place.number) }, 'collection')
  }
}

function reportSharedNumbers(database: IndexDatabase): void {
  const rows = allRows<Place & { readonly shared: KbNumber; readonly holder: string; readonly isAlias: 0 | 1 }>(
    database,
    `SELECT file.path AS file, coalesce(file.numberLine, 1) AS line, file.number, file.number AS shared,
       served.path AS holder, 0 AS isAlias
     FROM file JOIN article AS served ON served.number = file.number
     WHERE served.path <> file.path AND file.numberLine IS NOT NULL
     UNION ALL
     SELECT served.path, 1, served.number, alias, holder.path, 1
     FROM alias JOIN article AS holder ON holder.number = alias JOIN article AS served ON served.number = alias.number`,
  )
  for (const { shared, holder, isAlias, ...place } of rows) {
    const message = describeSharedNumber(shared, { holder, isAlias: isAlias === 1 })
    insertProblem(database, { ...place, message }, 'collection')
  }
}
