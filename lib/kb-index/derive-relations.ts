import type { ArticleState } from '@/lib/kb/article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/kb-number'
import {
  orderLine,
  type ResolvedSupersedence,
  resolveSupersedence,
  type SupersedenceStatement,
} from '@/lib/kb/supersedence'
import type { IndexDatabase } from './open'
import { allRows, run } from './rows'
import { uniqueSlugs } from './unique-slugs'

/** How many articles of a conflict a message names. */
const MAX_NAMES = 10

interface StatementRow extends SupersedenceStatement {
  readonly isPartial: 0 | 1
  readonly fileLine: number
  readonly evidence: string | null
}

interface StandingRow {
  readonly number: KbNumber
  readonly line: string | null
  readonly released: string | null
  readonly isWithdrawn: 0 | 1
  readonly isSupersededByUnknown: 0 | 1
}

/** Derives each article's state from the statements of all, and reports what articles make wrong together. */
export function deriveRelations(database: IndexDatabase): void {
  run(database, `DELETE FROM problem WHERE scope = 'collection'`)
  const statements = allRows<StatementRow>(
    database,
    'SELECT older, newer, isPartial, statedBy, fileLine, evidence FROM supersedence ORDER BY older, newer, statedBy',
  )
  const resolved = resolveSupersedence(statements.filter((statement) => !statement.isPartial))
  writeStates(database, statements, resolved)
  nameLines(database)
  reportSelfLinks(database)
  reportSharedNumbers(database)
  reportConflicts(database, statements, resolved)
  reportMixedLines(database, statements)
}

function writeStates(
  database: IndexDatabase,
  statements: readonly StatementRow[],
  resolved: ResolvedSupersedence,
): void {
  const standings = allRows<StandingRow>(
    database,
    `SELECT number, line, released, isWithdrawn, isSupersededByUnknown FROM article
     WHERE line IS NOT NULL OR isWithdrawn OR isSupersededByUnknown OR state <> 'current'
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
    run(database, 'UPDATE article SET state = ?, supersededBy = ?, currentArticle = ? WHERE number = ?', [
      state,
      supersededBy ?? null,
      resolved.current.get(number) ?? null,
      number,
    ])
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
  for (const updates of groupByLine(standings).values()) {
    const ordered = orderLine(
      updates.map(({ number, released }) => ({ number, released: released ?? undefined })),
      successors,
    )
    const last = ordered.at(-1)
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

function reportSelfLinks(database: IndexDatabase): void {
  run(
    database,
    `INSERT INTO problem (path, line, number, message, scope)
     SELECT path, fileLine, number, 'The article links to itself, KB' || number || '. Remove the link, or correct its number.', 'collection'
     FROM link JOIN article ON number = source WHERE source = target AND isExplicit
     UNION ALL
     SELECT path, fileLine, number, 'The article supersedes itself, KB' || number || '. Correct the number in the front matter.', 'collection'
     FROM supersedence JOIN article ON number = statedBy WHERE older = newer
     UNION ALL
     SELECT path, 1, article.number, 'The article lists itself, KB' || article.number || ', under fixes. Remove the number from the list.', 'collection'
     FROM fix JOIN article ON article.number = fixedBy WHERE fixedBy = fix.number`,
  )
}

function reportSharedNumbers(database: IndexDatabase): void {
  run(
    database,
    `INSERT INTO problem (path, line, number, message, scope)
     SELECT file.path, coalesce(file.numberLine, 1), file.number,
       'The number ' || file.number || ' is used already, by ' || served.path || '. Give this article its own number, or delete one of the two files.',
       'collection'
     FROM file JOIN article AS served ON served.number = file.number
     WHERE served.path <> file.path AND file.numberLine IS NOT NULL
     UNION ALL
     SELECT served.path, 1, served.number,
       'The article has the alias ' || alias || ', which is the number of ' || holder.path || '. Remove the alias, or delete one of the two files.',
       'collection'
     FROM alias JOIN article AS holder ON holder.number = alias JOIN article AS served ON served.number = alias.number`,
  )
}

function reportConflicts(
  database: IndexDatabase,
  statements: readonly StatementRow[],
  { conflicts }: ResolvedSupersedence,
): void {
  if (conflicts.length === 0) return
  const reported = new Map<KbNumber, StatementRow>()
  for (const row of statements) {
    if (row.isPartial || row.older === row.newer) continue
    if (row.statedBy === row.older || !reported.has(row.older)) reported.set(row.older, row)
  }
  for (const { kind, numbers, older } of conflicts) {
    const names = listNames(numbers)
    const statement = reported.get(older)
    if (!statement) continue
    const quotes = kind === 'cycle' ? quotesOfCycle(numbers, reported) : undefined
    if (quotes) {
      const message = `The sources of ${names} contradict each other: ${quotes}. None of them is shown as superseded; state which is the newest, if you know it.`
      insertProblem(database, statement, message, { isNote: true })
    } else if (kind === 'cycle') {
      const message = `The articles ${names} replace each other in a cycle. Correct supersedes or supersededBy so that one of them is the newest.`
      insertProblem(database, statement, message)
    } else {
      const message = `${formatKbNumber(older)} is said to be replaced by ${names}, and none of these replaces the others. Correct supersedes or supersededBy in these articles.`
      insertProblem(database, statement, message)
    }
  }
}

/** The sentences on which a cycle rests, when each of its statements was taken from a source. */
function quotesOfCycle(
  numbers: readonly KbNumber[],
  reported: ReadonlyMap<KbNumber, StatementRow>,
): string | undefined {
  const quotes = numbers.slice(0, MAX_NAMES).map((number) => reported.get(number)?.evidence)
  return quotes.every((quote) => typeof quote === 'string')
    ? quotes.map((quote) => `"${quote}"`).join(' and ')
    : undefined
}

/** A message stays readable, however many articles take part. */
function listNames(numbers: readonly KbNumber[]): string {
  const names = numbers.slice(0, MAX_NAMES).map(formatKbNumber).join(', ')
  return numbers.length > MAX_NAMES ? `${names} and ${numbers.length - MAX_NAMES} more` : names
}

function reportMixedLines(database: IndexDatabase, statements: readonly StatementRow[]): void {
  const lines = new Map(
    allRows<{ number: KbNumber; line: string }>(
      database,
      'SELECT number, line FROM article WHERE line IS NOT NULL',
    ).map((row) => [row.number, row.line]),
  )
  for (const statement of statements) {
    const [older, newer] = [lines.get(statement.older), lines.get(statement.newer)]
    if (older === undefined || newer === undefined || older === newer) continue
    insertProblem(
      database,
      statement,
      `${formatKbNumber(statement.newer)} of the line "${newer}" is said to replace ${formatKbNumber(statement.older)} of the line "${older}". Correct the number or the line; lines never mix.`,
    )
  }
}

function insertProblem(
  database: IndexDatabase,
  { statedBy, fileLine }: StatementRow,
  message: string,
  { isNote } = { isNote: false },
): void {
  run(
    database,
    `INSERT INTO problem (path, line, number, message, isNote, scope)
     SELECT path, ?, number, ?, ?, 'collection' FROM article WHERE number = ?`,
    [fileLine, message, isNote ? 1 : 0, statedBy],
  )
}

function groupByLine(standings: readonly StandingRow[]): Map<string, StandingRow[]> {
  const lines = new Map<string, StandingRow[]>()
  for (const row of standings) {
    if (row.line === null) continue
    const rows = lines.get(row.line)
    if (rows) rows.push(row)
    else lines.set(row.line, [row])
  }
  return lines
}
