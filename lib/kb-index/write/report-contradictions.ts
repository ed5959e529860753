import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SupersedenceConflict, SupersedenceStatement } from '@/lib/kb/updates/supersedence'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { run } from '@/lib/kb-index/file/rows'

/** How many articles of a conflict a message names. */
const MAX_NAMES = 10

/** A statement of supersedence as the index holds it. */
export interface StatementRow extends SupersedenceStatement {
  readonly isPartial: 0 | 1
  /** Where the article states it. */
  readonly origin: 'front-matter' | 'text' | 'both'
  readonly fileLine: number
  readonly evidence?: string
}

interface Contradictions {
  readonly statements: readonly StatementRow[]
  /** The statements that go from one line to another. */
  readonly mixed: readonly StatementRow[]
  readonly lines: ReadonlyMap<KbNumber, string>
  readonly conflicts: readonly SupersedenceConflict[]
}

/** Reports what articles make wrong together: numbers used twice, statements that cannot all be true, articles that name themselves. */
export function reportContradictions(
  database: IndexDatabase,
  { statements, mixed, lines, conflicts }: Contradictions,
): void {
  reportSelfLinks(database)
  reportSharedNumbers(database)
  reportConflicts(database, statements, conflicts)
  reportMixedLines(database, mixed, lines)
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
     FROM fix JOIN article ON article.number = fixedBy WHERE fixedBy = fix.number AND statedBy = fixedBy`,
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
  conflicts: readonly SupersedenceConflict[],
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
      // What articles say in their text is the sources' business, and no fault of the collection.
      insertProblem(database, statement, message, { isNote: statement.origin === 'text' })
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

function reportMixedLines(
  database: IndexDatabase,
  mixed: readonly StatementRow[],
  lines: ReadonlyMap<KbNumber, string>,
): void {
  for (const statement of mixed) {
    const { older, newer, evidence, origin } = statement
    const message = `${formatKbNumber(newer)} of the line "${lines.get(newer)}" is said to replace ${formatKbNumber(older)} of the line "${lines.get(older)}"`
    if (origin !== 'text') {
      insertProblem(database, statement, `${message}. Correct the number or the line; lines never mix.`)
    } else {
      insertProblem(database, statement, `${message}: "${evidence}". It is not followed, since lines never mix.`, {
        isNote: true,
      })
    }
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
