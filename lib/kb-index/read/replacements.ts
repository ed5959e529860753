import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ReplacementEdge, ReplacementState } from '@/lib/kb/updates/ledger'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'

/** Lists what is said to replace some articles, and then what the first of them is said to replace; counts all of it. */
export function listReplacements(
  database: IndexDatabase,
  numbers: readonly KbNumber[],
  limit: number,
): { edges: ReplacementEdge[]; count: number } {
  const [first] = numbers
  const replaced = queryEdges(database, { condition: REPLACED, value: JSON.stringify(numbers), limit })
  const replacing = queryEdges(database, { condition: 'newer = ?1', value: first, limit })
  return {
    edges: [...replaced.edges, ...replacing.edges].slice(0, limit),
    count: replaced.count + replacing.count,
  }
}

const REPLACED = 'older IN (SELECT value FROM json_each(?1))'

function queryEdges(
  database: IndexDatabase,
  { condition, value, limit }: { condition: string; value: string | number | undefined; limit: number },
): { edges: ReplacementEdge[]; count: number } {
  const rows = allRows<ReplacementRow>(
    database,
    // The limit comes before the joins, and what is sorted stands in an index: one update may replace 100,000.
    `SELECT stated.older, stated.newer, stated.part, stated.statedBy, stated.evidence, stated.section,
       stated.origin <> 'front-matter' AS isQuote, ${STATE} AS state
     FROM (SELECT rowid AS place FROM supersedence WHERE ${condition} AND older IS NOT newer
       ORDER BY newer, older, statedBy LIMIT ?2) AS chosen
       JOIN supersedence AS stated ON stated.rowid = chosen.place
       LEFT JOIN article AS olderArticle ON olderArticle.number = stated.older
       LEFT JOIN article AS newerArticle ON newerArticle.number = stated.newer
     ORDER BY stated.newer IS NULL, stated.newer, stated.older, stated.statedBy`,
    [value, limit],
  )
  const total = firstRow<{ count: number }>(
    database,
    `SELECT count(*) AS count FROM supersedence WHERE ${condition} AND older IS NOT newer`,
    [value],
  )
  return { edges: rows.map(rowToEdge), count: total?.count ?? 0 }
}

/** What is stated of an article's own replacement, and of a cycle that it is part of; the known successors first. */
export function listReplacementEvidence(database: IndexDatabase, number: KbNumber): ReplacementEdge[] {
  const { edges } = listReplacements(database, [number], MAX_EVIDENCE)
  return edges.filter(({ to, state }) => to === number || state === 'contradicted')
}

const MAX_EVIDENCE = 50

interface ReplacementRow {
  readonly older: KbNumber
  readonly newer?: KbNumber
  readonly part?: string
  readonly statedBy: KbNumber
  readonly evidence?: string
  readonly section?: string
  readonly isQuote: 0 | 1
  readonly state: ReplacementState
}

/** A cycle leaves its articles without a successor, whatever is stated. */
const STATE = `CASE
  WHEN stated.newer IS NULL THEN 'replaced-by-unknown'
  WHEN stated.isPartial THEN 'partly'
  WHEN olderArticle.line IS NOT NULL AND newerArticle.line IS NOT NULL AND olderArticle.line <> newerArticle.line
    THEN 'other-line'
  WHEN olderArticle.number IS NOT NULL AND olderArticle.supersededBy IS NULL THEN 'contradicted'
  ELSE 'replaced-by-known' END`

function rowToEdge({
  older,
  newer,
  part,
  statedBy,
  evidence,
  section,
  isQuote,
  state,
}: ReplacementRow): ReplacementEdge {
  return {
    kind: 'supersedes',
    from: newer,
    to: older,
    state,
    part,
    statedBy,
    sentence: evidence,
    isQuote: isQuote === 1,
    section,
  }
}
