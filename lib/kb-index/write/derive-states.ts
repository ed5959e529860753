import type { ArticleState } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import {
  orderLine,
  type ResolvedSupersedence,
  resolveSupersedence,
  type SupersedenceStatement,
} from '@/lib/kb/updates/supersedence'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, run } from '@/lib/kb-index/file/rows'
import { reportContradictions, type StatementRow } from './report-contradictions'
import { uniqueSlugs } from './unique-slugs'

interface StandingRow {
  readonly number: KbNumber
  readonly line?: string
  readonly released?: string
  readonly isWithdrawn: 0 | 1
  readonly isSupersededByUnknown: 0 | 1
}

/** Derives each article's state from the statements of all, and reports what articles make wrong together. */
export function deriveRelations(database: IndexDatabase): void {
  run(database, `DELETE FROM problem WHERE scope = 'collection'`)
  const statements = allRows<StatementRow>(
    database,
    `SELECT older, newer, isPartial, origin, statedBy, fileLine, evidence FROM supersedence
     WHERE newer IS NOT NULL ORDER BY older, newer, statedBy`,
  )
  const lines = readLines(database)
  const mixed = statements.filter((statement) => mixesLines(statement, lines))
  const resolved = resolveSupersedence(
    statements.filter((statement) => !statement.isPartial && !mixesLines(statement, lines)),
  )
  writeStates(database, statements, resolved)
  nameLines(database)
  reportContradictions(database, { statements, mixed, lines, conflicts: resolved.conflicts })
}

function writeStates(
  database: IndexDatabase,
  statements: readonly StatementRow[],
  resolved: ResolvedSupersedence,
): void {
  const standings = allRows<StandingRow>(
    database,
    `SELECT number, line, released, withdrawn IS NOT NULL AS isWithdrawn,
       EXISTS (SELECT 1 FROM supersedence WHERE older = number AND newer IS NULL) AS isSupersededByUnknown
     FROM article WHERE line IS NOT NULL OR withdrawn IS NOT NULL OR state <> 'current'
       OR number IN (SELECT older FROM supersedence)
     ORDER BY number`,
  )
  const latest = latestOfLines(standings, resolved)
  const partly = new Set(statements.filter((statement) => statement.isPartial).map((statement) => statement.older))
  for (const standing of standings) {
    const { number } = standing
    const supersededBy = resolved.successors.get(number)
    const state = stateOf(standing, {
      isSuperseded: supersededBy !== undefined,
      isPartlySuperseded: partly.has(number),
      isLatest: latest.has(number),
    })
    run(
      database,
      'UPDATE article SET state = ?, supersededBy = ?, currentArticle = ?, stepsToCurrent = ? WHERE number = ?',
      [state, supersededBy, resolved.current.get(number), resolved.steps.get(number), number],
    )
  }
}

/** The first of these that is true is what a reader must know first. A successor counts more than a withdrawal. */
function stateOf(
  standing: StandingRow,
  known: { isSuperseded: boolean; isPartlySuperseded: boolean; isLatest: boolean },
): ArticleState {
  if (known.isSuperseded) return 'superseded'
  if (standing.isWithdrawn) return 'withdrawn'
  if (standing.isSupersededByUnknown) return 'superseded-by-unknown'
  if (known.isPartlySuperseded) return 'partly-superseded'
  return known.isLatest ? 'latest' : 'current'
}

/** The newest update of each line, unless something outside the line replaces it. */
function latestOfLines(standings: readonly StandingRow[], { successors }: ResolvedSupersedence): Set<KbNumber> {
  const latest = new Set<KbNumber>()
  const inLines = standings.filter(({ line }) => line !== undefined)
  for (const updates of groupBy(inLines, ({ line }) => line).values()) {
    const last = orderLine(updates, successors).at(-1)
    if (last) latest.add(last.number)
  }
  return latest
}

/** Lines never mix, so that each has an address of its own, and none that of the page which compares two updates. */
function nameLines(database: IndexDatabase): void {
  const rows = allRows<{ line: string }>(database, 'SELECT DISTINCT line FROM article WHERE line IS NOT NULL')
  for (const [line, slug] of uniqueSlugs(
    rows.map((row) => row.line),
    ['compare'],
  )) {
    run(database, 'UPDATE article SET lineSlug = ? WHERE line = ? AND lineSlug IS NOT ?', [slug, line, slug])
  }
}

/** The line of each article that belongs to one. */
function readLines(database: IndexDatabase): ReadonlyMap<KbNumber, string> {
  const rows = allRows<{ number: KbNumber; line: string }>(
    database,
    'SELECT number, line FROM article WHERE line IS NOT NULL',
  )
  return new Map(rows.map((row) => [row.number, row.line]))
}

/** Lines never mix: a statement that one line's update replaces another's is reported and not followed. */
function mixesLines({ older, newer }: SupersedenceStatement, lines: ReadonlyMap<KbNumber, string>): boolean {
  const [left, right] = [lines.get(older), lines.get(newer)]
  return left !== undefined && right !== undefined && left !== right
}
