import { z } from 'zod'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { EngineQuery, EngineResults } from '@/lib/kb/search/search-engine'
import { RESULTS_PER_PAGE, type Sort, sortOf } from '@/lib/kb/search/search-query'
import { NEARNESS_DEPTH, orderBest, quoteHits } from '@/lib/kb-index/search/order-best'
import type { PlannedSearch } from '@/lib/kb-index/search/plan-search'
import { ENOUGH_FULL_MATCHES, isPhrasesOnly, MIN_HITS, TAIL_SHARE } from '@/lib/kb-index/search/rank-hits'
import type { SearchIndex } from '@/lib/kb-index/search/search-index'
import type { ArticleText } from '@/lib/kb-index/search/texts'
import { askSearch, BEST_FIRST, type Found, type FoundHit, type Order } from './ask-search'
import type { Clause } from './clauses'
import type { Cluster } from './cluster'
import { countValues, passes, toFacets, VALUE_COUNTS } from './filters'
import { MAX_RESULT } from './mapping'
import { type ScoredQuery, toScoredQuery } from './score-query'
import { type Mentions, weighWords } from './weigh-words'

/** A planned query in the language of the cluster. */
interface Asked {
  readonly plan: PlannedSearch<Mentions>['plan']
  readonly query: EngineQuery
  readonly scored: ScoredQuery
  /** Words that must be in a hit, of which some may be in no article. */
  readonly wordCount: number
  readonly hasUnknownWord: boolean
  readonly filter: Clause
  readonly counts: ReturnType<typeof countValues>
  readonly rarityOf: (term: string) => number
}

/** Reads everything from the index file that asking the cluster needs. */
export function toAsked(index: SearchIndex, query: EngineQuery, planned: PlannedSearch<Mentions>): Asked {
  const { plan, liftedProducts } = planned
  const { database } = index
  const words = weighWords(index, plan.words)
  const rarities = new Map(plan.sequence.map((term) => [term, index.rarityOf(term)]))
  const wordCount = plan.words.filter(({ isExtra }) => !isExtra).length
  return {
    plan,
    query,
    scored: toScoredQuery({ database, plan, words, query, liftedProducts }),
    wordCount,
    hasUnknownWord: words.filter(({ isExtra }) => !isExtra).length < wordCount,
    filter: passes(database, query),
    counts: countValues(database, query),
    rarityOf: (term) => rarities.get(term) ?? 0,
  }
}

type Ranked = Omit<EngineResults, 'leftOut' | 'namedProducts'>

/** Finds, narrows, orders and quotes as `rankHits` does, on the cluster. */
export async function rankOnCluster(cluster: Cluster, index: SearchIndex, asked: Asked): Promise<Ranked> {
  const { plan, query, scored, wordCount, hasUnknownWord } = asked
  const loose = await askHits(cluster, asked, scored.query)
  const isEnough = !isPhrasesOnly(query) && loose.full >= (ENOUGH_FULL_MATCHES[wordCount] ?? Number.POSITIVE_INFINITY)
  const hits: Clause = isEnough ? { bool: { must: [scored.query], filter: [scored.full] } } : scored.query
  const found = isEnough && loose.full < loose.all ? await askHits(cluster, asked, hits) : loose
  const about = await findAbout(cluster, asked, { hits, found })
  const { numbers, texts } = await orderPage(cluster, asked, { ...about, found })
  return {
    numbers,
    itemCount: about.count,
    matchCount: found.total,
    alsoSearched: plan.alsoSearched,
    facets: toFacets(index.database, found.values, { product: query.product, itemCount: found.total }),
    excerpts: quoteHits(plan, numbers, texts),
    isPartialMatch: !isPhrasesOnly(query) && loose.all > 0 && wordCount > 0 && (loose.full === 0 || hasUnknownWord),
  }
}

const COUNTS = VALUE_COUNTS.extend({
  full: z.object({ doc_count: z.number() }),
  all: z.object({ doc_count: z.number() }),
})

interface FoundHits extends Found {
  readonly values: z.infer<typeof VALUE_COUNTS>
  /** Before the filters: how many have all words, and how many there are. */
  readonly full: number
  readonly all: number
}

/** Asks for the best hits with their texts, and for all counts. */
async function askHits(cluster: Cluster, { scored, filter, counts }: Asked, query: Clause): Promise<FoundHits> {
  const found = await askSearch(cluster, {
    query,
    post_filter: filter,
    aggs: { ...counts, full: { filter: scored.full }, all: { filter: { match_all: {} } } },
    size: NEARNESS_DEPTH,
    sort: BEST_FIRST,
    hasTexts: true,
  })
  const { full, all, ...values } = COUNTS.parse(found.counts)
  return { ...found, values, full: full.doc_count, all: all.doc_count }
}

/** The hits that are about the question: as a query, and how many there are. */
interface About {
  readonly query: Clause
  readonly count: number
  /** So few pass that they are the best of all, and no query of their own. */
  readonly areBest: boolean
}

/** Ends the hits where they stop being about the question, as `dropTail` does. */
async function findAbout(
  cluster: Cluster,
  { plan, query, scored, filter }: Asked,
  { hits, found }: { hits: Clause; found: FoundHits },
): Promise<About> {
  const all = { query: { bool: { must: [hits], filter: [filter] } }, count: found.total, areBest: false }
  if (plan.words.length === 0 || isPhrasesOnly(query) || found.total <= MIN_HITS) return all
  const least = TAIL_SHARE * (found.hits[0]?.score ?? 0)
  const good = { function_score: { query: hits, min_score: least } }
  const full = { bool: { must: [hits], filter: [scored.full] } }
  const about = { bool: { must: [{ dis_max: { queries: [good, full] } }], filter: [filter] } }
  const { total } = await askSearch(cluster, { query: about, size: 0 })
  return total >= MIN_HITS ? { query: about, count: total, areBest: false } : { ...all, count: MIN_HITS, areBest: true }
}

const ORDERS: Readonly<Record<Sort, Order>> = {
  relevance: BEST_FIRST,
  newest: [{ date: { order: 'desc', missing: '_last' } }, { number: 'asc' }],
  number: [{ number: 'asc' }],
}

type Texts = ReadonlyMap<KbNumber, ArticleText>

/** Gives the hits of the page of the query, with their texts. */
async function orderPage(
  cluster: Cluster,
  { plan, query, rarityOf }: Asked,
  { query: about, count, areBest, found }: About & { found: FoundHits },
): Promise<{ numbers: readonly KbNumber[]; texts: Texts }> {
  const sort = sortOf(query)
  const start = (query.page - 1) * RESULTS_PER_PAGE
  if (start >= Math.min(count, MAX_RESULT)) return { numbers: [], texts: new Map() }
  const size = Math.min(RESULTS_PER_PAGE, count - start)
  if (sort !== 'relevance' && areBest) {
    const { hits } = await askSearch(cluster, { query: about, size: count, sort: BEST_FIRST, hasTexts: true })
    const ordered = [...hits].sort(sort === 'newest' ? byDate : (a, b) => a.number - b.number)
    return toPage(ordered.slice(start, start + size))
  }
  if (sort !== 'relevance') {
    const order = ORDERS[sort]
    return toPage((await askSearch(cluster, { query: about, from: start, size, sort: order, hasTexts: true })).hits)
  }
  const texts = textsOf(found.hits)
  // The title of a hit tells whether it was typed in full; the cluster does not say what else it has.
  const best = found.hits.map(({ number, score }) => ({ number, score, hasAllInTitle: true }))
  const first = orderBest(best, { plan, query, texts, rarityOf })
  const onPage = first.slice(start, start + size)
  const from = Math.max(start, NEARNESS_DEPTH)
  const missing = start + size - from
  if (missing <= 0) return { numbers: onPage, texts }
  const rest = await askSearch(cluster, { query: about, from, size: missing, sort: BEST_FIRST, hasTexts: true })
  const numbers = [...onPage, ...rest.hits.map(({ number }) => number)]
  return { numbers, texts: new Map([...texts, ...textsOf(rest.hits)]) }
}

function byDate(one: FoundHit, other: FoundHit): number {
  return one.date === other.date ? one.number - other.number : one.date < other.date ? 1 : -1
}

function toPage(hits: readonly FoundHit[]) {
  return { numbers: hits.map(({ number }) => number), texts: textsOf(hits) }
}

function textsOf(hits: readonly FoundHit[]): Texts {
  return new Map(hits.flatMap(({ number, text }) => (text ? [[number, text] as const] : [])))
}
