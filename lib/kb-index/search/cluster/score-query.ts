import { questionKindOf } from '@/lib/kb/search/question-kind'
import type { EngineQuery } from '@/lib/kb/search/search-engine'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import type { QueryPlan } from '@/lib/kb-index/search/query-plan'
import { KIND_FACTORS, PREFERRED_FACTOR, PRODUCT_FACTOR } from '@/lib/kb-index/search/rank-hits'
import { COVERAGE_SHARE, MIN_COVERAGE, TITLE_BONUS } from '@/lib/kb-index/search/score-articles'
import { allOf, anyOf, type Clause, constant, EVERYTHING, NOTHING, phrase, termOf } from './clauses'
import { isOfProduct } from './filters'
import type { Mentions, WeighedWord } from './weigh-words'

/** A sum of fractions may be a little too small. */
const LEAST_COVERAGE = MIN_COVERAGE - 1e-6

/** What a plan asks, in the language of the cluster. */
export interface ScoredQuery {
  /** The hits, without scores. */
  readonly hits: Clause
  /** Those that have all words that any article has. */
  readonly fullHits: Clause
  /** The articles that have all words that any article has. */
  readonly full: Clause
  /** How well an article answers, unless nothing is asked for but phrases. */
  readonly score?: Clause
  /** Nearly the same order, for a third of the work: by the words alone, without how much of the query they cover. */
  readonly roughScore?: Clause
}

interface Scoring {
  readonly database: IndexDatabase
  readonly plan: QueryPlan<Mentions>
  readonly words: readonly WeighedWord[]
  readonly query: EngineQuery
  readonly liftedProducts: readonly string[]
}

/** Scores by the same sums and factors as `ScoreTable` and `rankHits`; a share of a mean stands where those take a minimum. */
export function toScoredQuery({ database, plan, words, query, liftedProducts }: Scoring): ScoredQuery {
  const counted = words.filter(({ isExtra }) => !isExtra)
  const excluded = [...plan.excludedTerms.map(termOf), ...plan.excludedPhrases.map(phrase)]
  const question = questionKindOf(query.words)
  const factors = [
    { field_value_factor: { field: 'citationFactor', missing: 1 } },
    ...liftedProducts.map((slug) => ({ filter: isOfProduct(database, slug), weight: PRODUCT_FACTOR })),
    ...Object.entries(question ? KIND_FACTORS[question] : {}).map(([kind, weight]) => ({
      filter: { term: { kind } },
      weight,
    })),
    ...plan.preferred.map((text) => ({ filter: phrase(text), weight: PREFERRED_FACTOR })),
  ]
  const exact = { bool: { should: [scoreByWords(words), ...scoreByTitle(counted)] } }
  const rough = { bool: { should: [...words.map(({ score }) => score), ...listTitleScores(counted)] } }
  const lift = (scored: Clause) => ({
    function_score: { query: scored, functions: factors, score_mode: 'multiply', boost_mode: 'multiply' },
  })
  const full =
    counted.length === 0
      ? NOTHING
      : allOf(counted.map(({ shares }) => anyOf(shares.filter(({ share }) => share === 1).map(({ clause }) => clause))))
  const [phrases, must_not] = [plan.phrases.map(phrase), excluded]
  return {
    hits: { bool: { filter: phrases.length > 0 ? phrases : [coversEnough(plan, counted)], must_not } },
    fullHits: { bool: { filter: [full, ...phrases], must_not } },
    full,
    ...(words.length > 0 && { score: lift(exact), roughScore: lift(rough) }),
  }
}

/** The sum over all words, multiplied by how much of the query an article covers. */
export function scoreByWords(words: readonly WeighedWord[]): Clause {
  const counted = words.filter(({ isExtra }) => !isExtra)
  const coverage = listCoverage(counted).map(({ filter, weight }) => ({ filter, weight: COVERAGE_SHARE * weight }))
  return {
    function_score: {
      query: { bool: { should: words.map(({ score }) => score) } },
      functions: [{ filter: EVERYTHING, weight: 1 - COVERAGE_SHARE }, ...coverage],
      score_mode: 'sum',
      boost_mode: 'multiply',
    },
  }
}

/** What words in the title add: the square of their share, as one sum multiplied by the same sum. */
function scoreByTitle(words: readonly WeighedWord[]): Clause[] {
  const shares = listTitleShares(words)
  if (shares.length === 0) return []
  const query = { bool: { should: listTitleScores(words) } }
  return [{ function_score: { query, functions: shares, score_mode: 'sum', boost_mode: 'multiply' } }]
}

/** What each word adds once by standing in the title. */
function listTitleScores(words: readonly WeighedWord[]): Clause[] {
  const total = words.reduce((sum, { rarity }) => sum + rarity, 0)
  return listTitleShares(words).map(({ filter, weight }) => constant(filter, (TITLE_BONUS / total) * weight))
}

function listTitleShares(words: readonly WeighedWord[]): { filter: Clause; weight: number }[] {
  return words.flatMap(({ rarity, titleShares }) =>
    titleShares.map(({ share, clause }) => ({ filter: clause, weight: rarity * share })),
  )
}

/** The articles with enough of the weight of all words. */
function coversEnough(plan: QueryPlan<Mentions>, words: readonly WeighedWord[]): Clause {
  if (plan.words.length === 0) return EVERYTHING
  const query = anyOf(listDecisive(words).flatMap(({ shares }) => shares.map(({ clause }) => clause)))
  // Nothing, if no article has any of them.
  if (words.length === 0) return query
  const functions = listCoverage(words)
  return { function_score: { query, functions, score_mode: 'sum', boost_mode: 'replace', min_score: LEAST_COVERAGE } }
}

/** Lists the rarest words, one of which every hit has: the others together do not weigh enough. */
function listDecisive(words: readonly WeighedWord[]): readonly WeighedWord[] {
  const rarest = [...words].sort((a, b) => b.rarity - a.rarity)
  const total = words.reduce((sum, { rarity }) => sum + rarity, 0)
  let left = total
  return rarest.filter(({ rarity }) => {
    const isDecisive = left >= LEAST_COVERAGE * total
    left -= rarity
    return isDecisive
  })
}

function listCoverage(words: readonly WeighedWord[]): { filter: Clause; weight: number }[] {
  const total = words.reduce((sum, { rarity }) => sum + rarity, 0)
  return words.flatMap(({ rarity, shares }) =>
    shares.map(({ share, clause }) => ({ filter: clause, weight: (rarity * share) / total })),
  )
}
