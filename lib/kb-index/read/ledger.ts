import type { ArticleReference } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import {
  type LedgerEdge,
  type ReplacementEdge,
  type ReplacementState,
  type SupersedenceLedger,
  statementToEdge,
  statementToReplacement,
} from '@/lib/kb/updates/ledger'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, countBeyond, countRows, firstRow } from '@/lib/kb-index/file/rows'
import { rowToStatement, STATEMENT_COLUMNS, type StatementRow } from './statements'
import { getReference, rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** A chain lists at most this many articles; the longest known line has about thirty. */
export const MAX_CHAIN = 100
/** At most this many edges of each kind are listed. */
export const MAX_EDGES = 200
/** A notice is based on at most this many edges. */
const MAX_EVIDENCE = 50

/** Gives everything that is stated about an article. The work does not depend on the length of its chain. */
export function getLedger(database: IndexDatabase, number: KbNumber): SupersedenceLedger | undefined {
  const row = firstRow<SummaryRow & { withdrawn?: string; stepsToCurrent?: number }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, article.withdrawn, article.stepsToCurrent FROM article WHERE number = ?`,
    [number],
  )
  if (!row) return undefined
  const { title, state, line, products, currentArticle } = rowToSummary(row)
  const chain = listChain(database, number)
  const replacements = listReplacements(
    database,
    chain.map((link) => link.number),
    MAX_EDGES,
  )
  const fixes = listEdges(database, number, 'fixes')
  const fixedIn = listEdges(database, number, 'fixed-in')
  const requires = listEdges(database, number, 'requires')
  const mentions = listMentions(database, number)
  return {
    number,
    title,
    state,
    withdrawn: row.withdrawn,
    scope: { line, products },
    chain,
    chainCut: Math.max(0, (row.stepsToCurrent ?? 0) + 1 - chain.length),
    currentArticle: currentArticle === undefined ? undefined : getReference(database, currentArticle),
    edges: [...replacements.edges, ...fixes.edges, ...fixedIn.edges, ...requires.edges, ...mentions.edges],
    edgeCounts: {
      supersedes: replacements.count,
      fixes: fixes.count,
      'fixed-in': fixedIn.count,
      requires: requires.count,
      mentions: mentions.count,
    },
  }
}

/** Lists the statements about an article's replacement, and about a cycle that it is part of; known successors first. */
export function listReplacementEvidence(database: IndexDatabase, number: KbNumber): ReplacementEdge[] {
  const { edges } = listReplacements(database, [number], MAX_EVIDENCE)
  return edges.filter(({ to, state }) => to === number || state === 'contradicted')
}

/** The article and what replaces it in turn. */
function listChain(database: IndexDatabase, number: KbNumber): ArticleReference[] {
  const rows = allRows<Partial<SummaryRow> & { link: KbNumber }>(
    database,
    `WITH RECURSIVE chain (link, step) AS (
       SELECT ?1, 0
       UNION ALL
       SELECT article.supersededBy, chain.step + 1 FROM chain JOIN article ON article.number = chain.link
       WHERE article.supersededBy IS NOT NULL AND chain.step + 1 < ?2
     )
     SELECT chain.link, ${SUMMARY_COLUMNS} FROM chain LEFT JOIN article ON article.number = chain.link ORDER BY chain.step`,
    [number, MAX_CHAIN],
  )
  return rows.map((row) => (isSummaryRow(row) ? toReference(row) : getReference(database, row.link)))
}

function isSummaryRow(row: Partial<SummaryRow>): row is SummaryRow {
  return row.number !== undefined
}

function toReference(row: SummaryRow): ArticleReference {
  return { number: row.number, title: row.title, summary: rowToSummary(row) }
}

/** Lists and counts the statements that these articles are replaced, and that the first of them replaces others. */
function listReplacements(database: IndexDatabase, numbers: readonly KbNumber[], limit: number) {
  const replaced = queryReplacements(database, {
    condition: 'object IN (SELECT value FROM json_each(?1))',
    value: JSON.stringify(numbers),
    limit,
  })
  const replacing = queryReplacements(database, { condition: 'subject = ?1', value: numbers[0], limit })
  return {
    edges: [...replaced.edges, ...replacing.edges].slice(0, limit),
    count: replaced.count + replacing.count,
  }
}

function queryReplacements(
  database: IndexDatabase,
  { condition, value, limit }: { condition: string; value: string | number | undefined; limit: number },
): { edges: ReplacementEdge[]; count: number } {
  const from = `FROM statement WHERE kind = 'replaces' AND ${condition} AND object IS NOT subject`
  const rows = allRows<StatementRow & { readonly state: ReplacementState }>(
    database,
    // The limit comes before the joins, and the order is that of an index, because one update may replace 100,000.
    `SELECT ${STATEMENT_COLUMNS}, ${STATE} AS state
     FROM (SELECT rowid AS place ${from} ORDER BY subject, object, statedBy LIMIT ?2) AS chosen
       JOIN statement ON statement.rowid = chosen.place
       LEFT JOIN article AS older ON older.number = statement.object
       LEFT JOIN article AS newer ON newer.number = statement.subject
     ORDER BY statement.subject IS NULL, statement.subject, statement.object, statement.statedBy`,
    [value, limit],
  )
  return {
    edges: rows.map((row) => statementToReplacement(rowToStatement(row), row.state)),
    count: countBeyond(rows, limit, () => countRows(database, `SELECT count(*) AS count ${from}`, [value])),
  }
}

/** Articles of a cycle have no successor, whatever is stated. */
const STATE = `CASE
  WHEN statement.subject IS NULL THEN 'replaced-by-unknown'
  WHEN statement.isPartial THEN 'partly'
  WHEN older.line IS NOT NULL AND newer.line IS NOT NULL AND older.line <> newer.line THEN 'other-line'
  WHEN older.number IS NOT NULL AND older.supersededBy IS NULL THEN 'contradicted'
  ELSE 'replaced-by-known' END`

/** Conditions for the edges of an article. Each side of an OR names the kind, so that SQLite can use an index for it. */
const EDGES = {
  fixes: {
    start: 'subject',
    condition: `kind = 'fixes' AND subject = ?1 OR kind = 'fixes' AND object = ?1 AND subject IS NOT NULL AND statedBy <> ?1`,
  },
  'fixed-in': {
    start: 'object',
    condition: `kind = 'fixes' AND object = ?1 AND (subject IS NULL OR statedBy = ?1)`,
  },
  requires: {
    start: 'subject',
    condition: `kind = 'requires' AND subject = ?1 OR kind = 'requires' AND object = ?1`,
  },
} as const

function listEdges(database: IndexDatabase, number: KbNumber, kind: keyof typeof EDGES) {
  const { start, condition } = EDGES[kind]
  const finish = start === 'subject' ? 'object' : 'subject'
  const rows = allRows<StatementRow>(
    database,
    `SELECT ${STATEMENT_COLUMNS} FROM statement WHERE ${condition}
     ORDER BY ${start}, ${finish} IS NULL, ${finish}, release, statedBy, rowid LIMIT ?2`,
    [number, MAX_EDGES],
  )
  return {
    edges: rows.map((row) => statementToEdge(rowToStatement(row), kind)),
    count: countBeyond(rows, MAX_EDGES, () =>
      countRows(database, `SELECT count(*) AS count FROM statement WHERE ${condition}`, [number]),
    ),
  }
}

function listMentions(database: IndexDatabase, number: KbNumber): { edges: LedgerEdge[]; count: number } {
  const from = 'FROM link WHERE source = ?1 AND target <> ?1'
  const rows = allRows<{ target: KbNumber; context: string }>(
    database,
    `SELECT target, context ${from} ORDER BY target LIMIT ?2`,
    [number, MAX_EDGES],
  )
  return {
    edges: rows.map(({ target, context }) => ({
      kind: 'mentions',
      from: number,
      to: target,
      release: undefined,
      statedBy: number,
      sentence: context,
      isQuote: true,
      section: undefined,
    })),
    count: countBeyond(rows, MAX_EDGES, () => countRows(database, `SELECT count(*) AS count ${from}`, [number])),
  }
}
