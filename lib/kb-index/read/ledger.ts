import type { ArticleReference } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { getRelease } from '@/lib/kb/releases/release-names'
import type { LedgerEdge, SupersedenceLedger } from '@/lib/kb/updates/ledger'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'
import { listReplacements } from './replacements'
import { getReference, rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** How many articles of a chain are listed; the longest known line has some thirty. */
export const MAX_CHAIN = 100
/** How many edges of each kind are listed. */
export const MAX_EDGES = 200

/** Gives what the ledger holds of an article, or `undefined`. Its work is bounded, however long the chain. */
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
  const others = OTHER_EDGES.map(({ kind, sql }) => ({ kind, ...listEdges(database, kind, sql, number) }))
  return {
    number,
    title,
    state,
    withdrawn: row.withdrawn,
    scope: { line, products },
    chain,
    chainCut: Math.max(0, (row.stepsToCurrent ?? 0) + 1 - chain.length),
    currentArticle: currentArticle === undefined ? undefined : getReference(database, currentArticle),
    edges: [...replacements.edges, ...others.flatMap(({ edges }) => edges)],
    edgeCounts: {
      supersedes: replacements.count,
      fixes: 0,
      'fixed-in': 0,
      requires: 0,
      mentions: 0,
      ...Object.fromEntries(others.map(({ kind, count }) => [kind, count])),
    },
  }
}

/** The article and what replaces it, step by step: one query, whose depth is bounded. */
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
  return typeof row.number === 'number'
}

function toReference(row: SummaryRow): ArticleReference {
  return { number: row.number, title: row.title, summary: rowToSummary(row) }
}

interface EdgeRow {
  readonly start: KbNumber
  readonly finish?: KbNumber
  readonly release?: string
  readonly releaseName?: string
  readonly statedBy: KbNumber
  readonly evidence?: string
  readonly section?: string
}

/** The other kinds, each with the query of an article's edges: those that it states and those that are stated of it. */
const OTHER_EDGES: readonly { readonly kind: LedgerEdge['kind']; readonly sql: string }[] = [
  {
    kind: 'fixes',
    sql: `SELECT fixedBy AS start, number AS finish, NULL AS release, NULL AS releaseName, statedBy, evidence, section
      FROM fix WHERE fixedBy = ?1 OR (number = ?1 AND statedBy <> ?1)`,
  },
  {
    kind: 'fixed-in',
    sql: `SELECT number AS start, fixedBy AS finish, NULL AS release, NULL AS releaseName, statedBy, evidence, section
      FROM fix WHERE number = ?1 AND statedBy = ?1
      UNION ALL SELECT number, NULL, release, releaseName, statedBy, evidence, section FROM releaseFix WHERE number = ?1`,
  },
  {
    kind: 'requires',
    sql: `SELECT number AS start, required AS finish, release, releaseName, number AS statedBy, evidence, section
      FROM requirement WHERE number = ?1 OR required = ?1`,
  },
  {
    kind: 'mentions',
    sql: `SELECT source AS start, target AS finish, NULL AS release, NULL AS releaseName, source AS statedBy,
        context AS evidence, NULL AS section
      FROM link WHERE source = ?1 AND target <> ?1`,
  },
]

function listEdges(
  database: IndexDatabase,
  kind: LedgerEdge['kind'],
  sql: string,
  number: KbNumber,
): { edges: LedgerEdge[]; count: number } {
  const rows = allRows<EdgeRow>(
    database,
    `SELECT * FROM (${sql}) ORDER BY start, finish IS NULL, finish, release, statedBy LIMIT ?2`,
    [number, MAX_EDGES],
  )
  const total = firstRow<{ count: number }>(database, `SELECT count(*) AS count FROM (${sql})`, [number])
  return { edges: rows.map((row) => rowToEdge(kind, row)), count: total?.count ?? 0 }
}

function rowToEdge(kind: LedgerEdge['kind'], row: EdgeRow): LedgerEdge {
  const known = row.release === undefined ? undefined : getRelease(row.release)
  return {
    kind,
    from: row.start,
    to: row.finish,
    release:
      row.releaseName === undefined && known === undefined
        ? undefined
        : { name: known?.name ?? row.releaseName ?? '', slug: known?.slug },
    statedBy: row.statedBy,
    sentence: row.evidence,
    isQuote: row.evidence !== undefined,
    section: row.section,
  }
}
