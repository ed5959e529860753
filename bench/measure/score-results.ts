import type { JudgedQuery } from './judged-queries'

/** The articles found for a query, best first. */
export interface RankedResult {
  readonly q: string
  readonly ids: readonly number[]
}

/** Means over the queries of one kind, or over all queries (`overall`). */
export interface Score {
  readonly kind: string
  readonly count: number
  readonly successAt1: number
  readonly successAt10: number
  readonly reciprocalRank: number
  /** The share of queries without any result. */
  readonly unanswered: number
}

const DEPTH = 10

/**
 * Scores each kind in the order of the queries, then all of them. A query without a result is a miss. For the first digits
 * of a number, the first ten results must all be right.
 */
export function scoreResults(queries: readonly JudgedQuery[], results: readonly RankedResult[]): Score[] {
  const found = firstTen(results)
  const scored = queries.map((query) => ({ kind: query.kind, ...scoreOne(query, found.get(query.q) ?? []) }))
  const kinds = [...new Set(scored.map(({ kind }) => kind))]
  return [
    ...kinds.map((kind) =>
      averageScores(
        kind,
        scored.filter((one) => one.kind === kind),
      ),
    ),
    averageScores('overall', scored),
  ]
}

export function getScore(scores: readonly Score[], kind: string): Score | undefined {
  return scores.find((score) => score.kind === kind)
}

/** Lists the queries without a right article among the first ten. */
export function listMisses(queries: readonly JudgedQuery[], results: readonly RankedResult[]): JudgedQuery[] {
  const found = firstTen(results)
  return queries.filter((query) => !scoreOne(query, found.get(query.q) ?? []).isFound)
}

interface OneScore {
  readonly isFirst: boolean
  readonly isFound: boolean
  readonly reciprocalRank: number
  readonly isUnanswered: boolean
}

function firstTen(results: readonly RankedResult[]): ReadonlyMap<string, readonly number[]> {
  return new Map(results.map(({ q, ids }) => [q, [...new Set(ids)].slice(0, DEPTH)]))
}

function scoreOne({ ids, kind }: JudgedQuery, found: readonly number[]): OneScore {
  const wanted = new Set(ids)
  const rank = found.findIndex((id) => wanted.has(id)) + 1
  const needed = Math.min(DEPTH, wanted.size)
  const hasAll = found.length >= needed && found.slice(0, needed).every((id) => wanted.has(id))
  return {
    isFirst: rank === 1,
    isFound: kind === 'numberprefix' ? hasAll : rank > 0,
    reciprocalRank: rank > 0 ? 1 / rank : 0,
    isUnanswered: found.length === 0,
  }
}

function averageScores(kind: string, scored: readonly OneScore[]): Score {
  const mean = (value: (one: OneScore) => number) => scored.reduce((sum, one) => sum + value(one), 0) / scored.length
  return {
    kind,
    count: scored.length,
    successAt1: mean(({ isFirst }) => Number(isFirst)),
    successAt10: mean(({ isFound }) => Number(isFound)),
    reciprocalRank: mean(({ reciprocalRank }) => reciprocalRank),
    unanswered: mean(({ isUnanswered }) => Number(isUnanswered)),
  }
}

export function formatScores(scores: readonly Score[]): string {
  const percent = (share: number) => (share * 100).toFixed(1)
  const rows = scores.map((score) => [
    score.kind,
    score.count,
    percent(score.successAt1),
    percent(score.successAt10),
    score.reciprocalRank.toFixed(3),
  ])
  return [['kind', 'n', 'success@1', 'success@10', 'MRR@10'], ...rows]
    .map(([kind, ...figures]) => `${kind}`.padEnd(14) + figures.map((figure) => `${figure}`.padStart(12)).join(''))
    .join('\n')
}
