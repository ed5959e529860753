import { RESULTS_PER_PAGE, type SearchQuery, type SearchResults } from '@/lib/kb/search-query'
import { narrowHits } from './facets'
import { hasSequence, measureNearness } from './nearness'
import type { IndexDatabase } from './open'
import { findProductMask } from './product-mask'
import type { QueryPlan } from './query-plan'
import { countArticlesWith, forgetScores, rarityOf, readPostings, type Scored, scoreArticles } from './rank-articles'
import { firstRow } from './rows'
import type { SearchMemory } from './search-memory'

/** So many of the best are looked at again for nearness. */
const NEARNESS_DEPTH = 100
/** What nearness counts against the words themselves. */
const NEARNESS_WEIGHT = 0.15
/** An article that has less of the query's weight is no hit. */
const MIN_COVERAGE = 0.3
/** So many articles that have all words of a short query leave no wish for others: by the number of words. */
const ENOUGH_FULL_MATCHES = [1, 1, 1, RESULTS_PER_PAGE]
const ROUNDING = 0.999
/** A phrase is checked in so many of the best articles that have its words. */
const MAX_PHRASE_CHECKS = 2000

/** A page of the articles that fit a plan, and what there is beside it. */
export interface RankedHits {
  /** Ordinals, best first. */
  readonly page: readonly number[]
  readonly itemCount: number
  /** No article has all words. */
  readonly isPartialMatch: boolean
  readonly facets: SearchResults['facets']
}

/** Ranks the articles that have words of the plan, with the filters of the query applied. */
export function rankWords(
  database: IndexDatabase,
  memory: SearchMemory,
  plan: QueryPlan,
  query: SearchQuery,
): RankedHits {
  const scored = scoreArticles(database, memory, plan.sought)
  try {
    const { hits, isPartialMatch } = chooseHits(database, memory, plan, scored)
    const { ordinals, facets } = narrowHits(memory, query, {
      ordinals: hits,
      ofProduct: findProductMask(database, memory, query.product),
    })
    const end = query.page * RESULTS_PER_PAGE
    const best = listBest(memory, ordinals, Math.max(NEARNESS_DEPTH, end))
    const ranked = [
      ...rankByNearness(database, memory, plan, best.slice(0, NEARNESS_DEPTH)),
      ...best.slice(NEARNESS_DEPTH),
    ]
    return { page: ranked.slice(end - RESULTS_PER_PAGE, end), itemCount: ordinals.length, isPartialMatch, facets }
  } finally {
    forgetScores(memory, scored)
  }
}

/** Which of the scored articles are hits: those with enough of the words, with every phrase, with nothing excluded. */
function chooseHits(database: IndexDatabase, memory: SearchMemory, plan: QueryPlan, scored: Scored) {
  const { coverage } = memory.scratch
  const isFull = (ordinal: number) => (coverage[ordinal] ?? 0) >= scored.fullCoverage * ROUNDING
  let hits = withoutExcluded(database, memory, plan, scored.ordinals)
  hits = withPhrases(database, memory, plan, hits)
  const full = hits.filter(isFull)
  const soughtCount = plan.sought.filter(({ isSought }) => isSought).length
  const isEnough = full.length >= (ENOUGH_FULL_MATCHES[soughtCount] ?? Number.POSITIVE_INFINITY)
  const least = scored.fullCoverage * MIN_COVERAGE
  return {
    hits: isEnough ? full : hits.filter((ordinal) => (coverage[ordinal] ?? 0) >= least),
    isPartialMatch: hits.length > 0 && (full.length === 0 || scored.hasUnknownWord),
  }
}

function withoutExcluded(
  database: IndexDatabase,
  memory: SearchMemory,
  { excluded }: QueryPlan,
  ordinals: readonly number[],
): readonly number[] {
  let kept = ordinals
  for (const terms of excluded) {
    const having = listHaving(database, memory, terms)
    kept = kept.filter(
      (ordinal) => !having.has(ordinal) || (terms.length > 1 && !hasPhrase(database, memory, ordinal, terms)),
    )
  }
  return kept
}

function withPhrases(
  database: IndexDatabase,
  memory: SearchMemory,
  { phrases }: QueryPlan,
  ordinals: readonly number[],
): readonly number[] {
  let kept = ordinals
  for (const terms of phrases) {
    const having = listHaving(database, memory, terms)
    const candidates = kept.filter((ordinal) => having.has(ordinal))
    kept =
      terms.length === 1
        ? candidates
        : listBest(memory, candidates, MAX_PHRASE_CHECKS).filter((ordinal) =>
            hasPhrase(database, memory, ordinal, terms),
          )
  }
  return kept
}

/** The articles that have all of the terms. */
function listHaving(database: IndexDatabase, memory: SearchMemory, terms: readonly string[]): ReadonlySet<number> {
  const { postings } = memory.scratch
  let having: Set<number> | undefined
  for (const term of new Set(terms)) {
    readPostings(database, term, postings)
    const next = new Set<number>()
    for (let index = 0; index < postings.length; index++) {
      const ordinal = postings.ordinals[index] ?? 0
      if (!having || having.has(ordinal)) next.add(ordinal)
    }
    having = next
  }
  return having ?? new Set()
}

function hasPhrase(database: IndexDatabase, memory: SearchMemory, ordinal: number, terms: readonly string[]): boolean {
  return hasSequence(readPlaces(database, memory, ordinal), terms)
}

/** The best by score, of equal ones the lower number first. */
function listBest(memory: SearchMemory, ordinals: readonly number[], limit: number): number[] {
  const { scores } = memory.scratch
  const order = (a: number, b: number) =>
    (scores[b] ?? 0) - (scores[a] ?? 0) || (memory.numbers[a] ?? 0) - (memory.numbers[b] ?? 0)
  const best: number[] = []
  for (const ordinal of ordinals) {
    const last = best.at(-1)
    if (best.length === limit && last !== undefined && order(ordinal, last) > 0) continue
    let [low, high] = [0, best.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (order(best[middle] ?? 0, ordinal) < 0) low = middle + 1
      else high = middle
    }
    best.splice(low, 0, ordinal)
    if (best.length > limit) best.pop()
  }
  return best
}

function rankByNearness(
  database: IndexDatabase,
  memory: SearchMemory,
  { sequence }: QueryPlan,
  ordinals: readonly number[],
): number[] {
  const words = [...new Set(sequence)].slice(0, 24).map((term) => ({
    term,
    rarity: rarityOf(countArticlesWith(database, term), memory.articleCount),
  }))
  if (words.length < 2) return [...ordinals]
  const { scores } = memory.scratch
  const values = new Map(
    ordinals.map((ordinal) => {
      const nearness = measureNearness(readPlaces(database, memory, ordinal), words)
      return [ordinal, (scores[ordinal] ?? 0) + NEARNESS_WEIGHT * nearness]
    }),
  )
  return [...ordinals].sort(
    (a, b) => (values.get(b) ?? 0) - (values.get(a) ?? 0) || (memory.numbers[a] ?? 0) - (memory.numbers[b] ?? 0),
  )
}

function readPlaces(database: IndexDatabase, memory: SearchMemory, ordinal: number): Uint16Array {
  const number = memory.numbers[ordinal] ?? 0
  const sql = 'SELECT places FROM articleText WHERE number = ?'
  return new Uint16Array(firstRow<{ places: ArrayBuffer }>(database, sql, [number])?.places ?? new ArrayBuffer(0))
}
