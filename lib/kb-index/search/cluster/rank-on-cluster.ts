import { z } from 'zod'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { EngineQuery, EngineResults } from '@/lib/kb/search/search-engine'
import { RESULTS_PER_PAGE, type Sort, sortOf } from '@/lib/kb/search/search-query'
import { MarkedTexts } from '@/lib/kb-index/search/marked-texts'
import { orderBest, PASSAGE_DEPTH, quoteHits } from '@/lib/kb-index/search/order-best'
import { listPassageWords, type PassageWords } from '@/lib/kb-index/search/passage'
import type { PlannedSearch } from '@/lib/kb-index/search/plan-search'
import { ENOUGH_FULL_MATCHES, isPhrasesOnly, MIN_HITS, TAIL_SHARE } from '@/lib/kb-index/search/rank-hits'
import type { SearchIndex } from '@/lib/kb-index/search/search-index'
import {
  askSearch,
  BEST_FIRST,
  type Found,
  type FoundHit,
  type Order,
  readTextsOf,
  rescoredBy,
  type Texts,
} from './ask-search'
import { type Clause, EVERYTHING } from './clauses'
import type { Cluster } from './cluster'
import { countValues, passes, toFacets, VALUE_COUNTS } from './filters'
import { MAX_RESULT } from './mapping'
import { type ScoredQuery, toScoredQuery } from './score-query'
import { type Mentions, weighWords } from './weigh-words'

/** So many of the best hits are asked for at first, without their texts. */
const DEPTH = 200
/** So many of each shard are scored exactly; the others are found by a rough score. */
const EXACT_DEPTH = 500

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
  readonly passageWords: PassageWords
}

/** Reads everything from the index file that asking the cluster needs. */
export function toAsked(index: SearchIndex, query: EngineQuery, planned: PlannedSearch<Mentions>): Asked {
  const { plan, liftedProducts } = planned
  const { database } = index
  const words = weighWords(index, plan.words)
  const wordCount = plan.words.filter(({ isExtra }) => !isExtra).length
  return {
    plan,
    query,
    scored: toScoredQuery({ database, plan, words, query, liftedProducts }),
    wordCount,
    hasUnknownWord: words.filter(({ isExtra }) => !isExtra).length < wordCount,
    filter: passes(database, query),
    counts: countValues(database, query),
    passageWords: listPassageWords(plan.words, (term) => index.rarityOf(term)),
  }
}

type Ranked = Omit<EngineResults, 'leftOut' | 'namedProducts'>

/** Finds, narrows, orders and quotes as `rankHits` does, on the cluster. */
export async function rankOnCluster(cluster: Cluster, index: SearchIndex, asked: Asked): Promise<Ranked> {
  const { plan, query, scored, wordCount, hasUnknownWord } = asked
  const enough = isPhrasesOnly(query) ? undefined : ENOUGH_FULL_MATCHES[wordCount]
  const counting = countFull(cluster, asked)
  const loosely = enough === undefined ? askHits(cluster, asked, scored.hits) : undefined
  const [full, loose] = await Promise.all([counting, loosely])
  const isEnough = enough !== undefined && full.all >= enough
  const hits = isEnough ? scored.fullHits : scored.hits
  const found = loose ?? (await askHits(cluster, asked, hits))
  const about = await findAbout(cluster, asked, { hits, found, full, areFull: isEnough })
  const { numbers, texts } = await orderPage(cluster, asked, about)
  return {
    numbers,
    itemCount: about.count,
    matchCount: found.total,
    alsoSearched: plan.alsoSearched,
    facets: toFacets(index.database, found.values, { product: query.product, itemCount: found.total }),
    excerpts: quoteHits(numbers, texts),
    isPartialMatch: !isPhrasesOnly(query) && found.all > 0 && wordCount > 0 && (full.all === 0 || hasUnknownWord),
  }
}

const COUNT = z.object({ doc_count: z.number() })

/** How many articles have all words, before the filters and after. */
interface FullCount {
  readonly all: number
  readonly passing: number
}

async function countFull(cluster: Cluster, { scored, filter }: Asked): Promise<FullCount> {
  const { total, counts } = await askSearch(cluster, { query: scored.fullHits, aggs: { passing: { filter } }, size: 0 })
  return { all: total, passing: z.object({ passing: COUNT }).parse(counts).passing.doc_count }
}

interface FoundHits extends Found {
  readonly values: z.infer<typeof VALUE_COUNTS>
  /** How many there are before the filters. */
  readonly all: number
}

/** Asks for the best hits, and for all counts. */
async function askHits(cluster: Cluster, { scored, filter, counts }: Asked, hits: Clause): Promise<FoundHits> {
  const { score, roughScore } = scored
  const found = await askSearch(cluster, {
    query: { bool: { filter: [hits], should: roughScore ? [roughScore] : [] } },
    post_filter: filter,
    aggs: { ...counts, all: { filter: EVERYTHING } },
    size: DEPTH,
    ...(score ? { rescore: rescoredBy(score, EXACT_DEPTH) } : { sort: BEST_FIRST }),
  })
  const { all, ...values } = VALUE_COUNTS.extend({ all: COUNT }).parse(found.counts)
  // Equally good hits come in number order; the cluster cannot sort what it scores twice.
  const best = [...found.hits].sort((one, other) => other.score - one.score || one.number - other.number)
  return { ...found, hits: best, values, all: all.doc_count }
}

/** The hits that are about the question. */
interface About {
  readonly count: number
  /** The best of them, all of them if there are no more than `DEPTH`. */
  readonly best: readonly FoundHit[]
  /** Asks for those on a page in any order. */
  readonly query: Clause
}

interface FoundAndFull {
  readonly hits: Clause
  readonly found: FoundHits
  readonly full: FullCount
  /** Only articles with all words are hits. */
  readonly areFull: boolean
}

/** Ends the hits where they stop being about the question, as `dropTail` does. */
async function findAbout(
  cluster: Cluster,
  { plan, query, scored, filter }: Asked,
  { hits, found, full, areFull }: FoundAndFull,
): Promise<About> {
  const exact = { bool: { filter: [hits], should: scored.score ? [scored.score] : [] } }
  const all = { count: found.total, best: found.hits, query: { bool: { must: [exact], filter: [filter] } } }
  if (areFull || plan.words.length === 0 || isPhrasesOnly(query) || found.total <= MIN_HITS) return all
  const least = TAIL_SHARE * (found.hits[0]?.score ?? 0)
  const fullNumbers = full.passing === 0 ? new Set() : await listFull(cluster, scored.full, found.hits)
  const best = found.hits.filter(({ score, number }) => score >= least || fullNumbers.has(number))
  const good = { function_score: { query: exact, min_score: least } }
  const fullHits = { bool: { must: [exact], filter: [scored.full] } }
  const about = { bool: { must: [{ dis_max: { queries: [good, fullHits] } }], filter: [filter] } }
  // Mostly the score falls that low among the best, and then all others are those with all words.
  const isSeen = found.hits.length === found.total || (found.hits.at(-1)?.score ?? 0) < least
  const count = isSeen
    ? best.length + full.passing - fullNumbers.size
    : (await askSearch(cluster, { query: about, size: 0 })).total
  return count >= MIN_HITS
    ? { count, best, query: about }
    : { ...all, count: MIN_HITS, best: found.hits.slice(0, MIN_HITS) }
}

/** Gives those of the hits that have all words. */
async function listFull(cluster: Cluster, full: Clause, hits: readonly FoundHit[]): Promise<ReadonlySet<KbNumber>> {
  const query = { bool: { filter: [{ ids: { values: hits.map(({ number }) => String(number)) } }, full] } }
  const found = await askSearch(cluster, { query, size: hits.length })
  return new Set(found.hits.map(({ number }) => number))
}

const ORDERS = {
  newest: [{ date: { order: 'desc', missing: '_last' } }, { number: 'asc' }],
  number: [{ number: 'asc' }],
} as const satisfies Readonly<Record<Exclude<Sort, 'relevance'>, Order>>

/** Gives the hits of the page of the query, with their texts. */
async function orderPage(
  cluster: Cluster,
  asked: Asked,
  about: About,
): Promise<{ numbers: readonly KbNumber[]; texts: MarkedTexts }> {
  const texts = new MarkedTexts(asked.plan.marked)
  const sort = sortOf(asked.query)
  const start = (asked.query.page - 1) * RESULTS_PER_PAGE
  const size = Math.min(RESULTS_PER_PAGE, about.count - start, MAX_RESULT - start)
  if (size <= 0) return { numbers: [], texts }
  if (about.best.length < (sort === 'relevance' ? start + size : about.count)) {
    const order = sort === 'relevance' ? BEST_FIRST : ORDERS[sort]
    const { hits } = await askSearch(cluster, { query: about.query, from: start, size, sort: order, hasTexts: true })
    texts.add(textsOf(hits))
    return { numbers: hits.map(({ number }) => number), texts }
  }
  const sorted =
    sort === 'relevance' ? about.best : [...about.best].sort(sort === 'newest' ? byDate : (a, b) => a.number - b.number)
  const page = sorted.slice(start, start + size)
  const numbers = page.map(({ number }) => number)
  texts.add(await readTextsOf(cluster, numbers))
  return { numbers: sort === 'relevance' && start < PASSAGE_DEPTH ? orderFirst(asked, page, texts) : numbers, texts }
}

/** Orders the first of the best by their best passages as well: `PASSAGE_DEPTH` is a page. */
function orderFirst({ query, passageWords }: Asked, best: readonly FoundHit[], texts: MarkedTexts) {
  // The title of a hit tells whether it was typed in full; the cluster does not say what else it has.
  const hits = best.map(({ number, score }) => ({ number, score, hasAllInTitle: true }))
  return orderBest(hits, { query, passageWords, texts })
}

function byDate(one: FoundHit, other: FoundHit): number {
  return one.date === other.date ? one.number - other.number : one.date < other.date ? 1 : -1
}

function textsOf(hits: readonly FoundHit[]): Texts {
  return new Map(hits.flatMap(({ number, text }) => (text ? [[number, text] as const] : [])))
}
