import type { ArticleState } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import {
  describeConflicts,
  describeMixedLines,
  type FullReplacement,
  mixesLines,
} from '@/lib/kb/updates/contradictions'
import { orderLine } from '@/lib/kb/updates/order-line'
import { listLaterSeries, type StatedSeries } from '@/lib/kb/updates/succession'
import { type ResolvedSupersedence, resolveSupersedence } from '@/lib/kb/updates/supersedence'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, run } from '@/lib/kb-index/file/rows'
import { listStatedSeries } from '@/lib/kb-index/read/series'
import { rowToStatement, STATEMENT_COLUMNS, type StatementRow } from '@/lib/kb-index/read/statements'
import { reportContradictions, reportSeriesConflicts } from './report-contradictions'
import { uniqueSlugs } from './unique-slugs'

/** Derives the state of each article from all statements, and reports contradictions. */
export function deriveStates(database: IndexDatabase): void {
  run(database, `DELETE FROM problem WHERE scope = 'collection'`)
  const statements = listReplacements(database)
  const lines = listLines(database)
  const mixed = statements.filter((statement) => mixesLines(statement, lines))
  const followed = statements.filter((statement) => !statement.isPartial && !mixesLines(statement, lines))
  const resolved = resolveSupersedence(followed)
  const series = listStatedSeries(database)
  writeStates(database, resolved, series)
  nameLines(database)
  reportSeriesConflicts(database, series)
  reportContradictions(database, [
    ...describeConflicts(statements, resolved.conflicts),
    ...mixed.map((statement) => describeMixedLines(statement, lines)),
  ])
}

/** The statements that name a successor. */
function listReplacements(database: IndexDatabase): FullReplacement[] {
  const rows = allRows<StatementRow & { readonly subject: KbNumber; readonly object: KbNumber }>(
    database,
    `SELECT ${STATEMENT_COLUMNS} FROM statement WHERE kind = 'replaces' AND subject IS NOT NULL
     ORDER BY object, subject, statedBy`,
  )
  return rows.map((row) => ({ ...rowToStatement(row), subject: row.subject, object: row.object }))
}

/** What else an article's state depends on besides its successor. */
interface StateRow {
  readonly number: KbNumber
  readonly line?: string
  readonly released?: string
  readonly isWithdrawn: 0 | 1
  readonly isReplacedByUnknown: 0 | 1
  readonly isPartlyReplaced: 0 | 1
}

function writeStates(database: IndexDatabase, resolved: ResolvedSupersedence, series: readonly StatedSeries[]): void {
  const rows = allRows<StateRow>(
    database,
    `SELECT number, line, released, withdrawn IS NOT NULL AS isWithdrawn,
       EXISTS (SELECT 1 FROM statement WHERE kind = 'replaces' AND object = number AND subject IS NULL) AS isReplacedByUnknown,
       EXISTS (SELECT 1 FROM statement WHERE kind = 'replaces' AND object = number AND subject IS NOT NULL AND isPartial)
         AS isPartlyReplaced
     FROM article WHERE line IS NOT NULL OR withdrawn IS NOT NULL OR state <> 'no-replacement-known'
       OR number IN (SELECT object FROM statement WHERE kind = 'replaces')
     ORDER BY number`,
  )
  const latest = listLatest(rows, resolved)
  const isFollowed = (line: string | undefined) => line !== undefined && listLaterSeries(line, series).length > 0
  for (const row of rows) {
    const { number } = row
    const supersededBy = resolved.successors.get(number)
    const newestState = latest.has(number) ? (isFollowed(row.line) ? 'last-of-line' : 'latest') : undefined
    const state = supersededBy === undefined ? stateOf(row, newestState) : 'superseded'
    run(
      database,
      'UPDATE article SET state = ?, supersededBy = ?, currentArticle = ?, stepsToCurrent = ? WHERE number = ?',
      [state, supersededBy, resolved.current.get(number), resolved.steps.get(number), number],
    )
  }
}

/** The first that applies is what readers must know first. */
function stateOf(row: StateRow, newestState: 'latest' | 'last-of-line' | undefined): ArticleState {
  if (row.isWithdrawn) return 'withdrawn'
  if (row.isReplacedByUnknown) return 'superseded-by-unknown'
  if (row.isPartlyReplaced) return 'partly-superseded'
  return newestState ?? 'no-replacement-known'
}

/** The newest update of each line, unless something outside the line replaces it. */
function listLatest(rows: readonly StateRow[], { successors }: ResolvedSupersedence): Set<KbNumber> {
  const latest = new Set<KbNumber>()
  const inLines = rows.filter(({ line }) => line !== undefined)
  for (const updates of groupBy(inLines, ({ line }) => line).values()) {
    const last = orderLine(updates, successors).at(-1)
    if (last) latest.add(last.number)
  }
  return latest
}

/** Gives each line its own slug, except `compare`, which is the page that compares two updates. */
function nameLines(database: IndexDatabase): void {
  const rows = allRows<{ line: string }>(database, 'SELECT DISTINCT line FROM article WHERE line IS NOT NULL')
  for (const [line, slug] of uniqueSlugs(
    rows.map((row) => row.line),
    ['compare'],
  )) {
    run(database, 'UPDATE article SET lineSlug = ? WHERE line = ? AND lineSlug IS NOT ?', [slug, line, slug])
  }
}

function listLines(database: IndexDatabase): ReadonlyMap<KbNumber, string> {
  const rows = allRows<{ number: KbNumber; line: string }>(
    database,
    'SELECT number, line FROM article WHERE line IS NOT NULL',
  )
  return new Map(rows.map((row) => [row.number, row.line]))
}
