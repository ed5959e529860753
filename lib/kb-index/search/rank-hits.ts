import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { questionKindOf } from '@/lib/kb/search/question-kind'
import type { EngineQuery, EngineResults } from '@/lib/kb/search/search-engine'
import { RESULTS_PER_PAGE, sortOf } from '@/lib/kb/search/search-query'
import type { FacetTable } from './facets/facet-table'
import { MarkedTexts } from './marked-texts'
import { orderBest, PASSAGE_DEPTH, quoteHits } from './order-best'
import { listPassageWords } from './passage'
import { findPhrases, type PlacedArticles } from './phrases/find-phrases'
import type { Postings } from './posting-list'
import type { QueryPlan } from './query-plan'
import { MIN_COVERAGE, type Scores, type ScoreTable } from './score-articles'
import type { ArticleText } from './texts'

/** If this many articles match every word, drop partial matches. Indexed by number of words. */
export const ENOUGH_FULL_MATCHES = [1, 1, 1, 5]
/** What a text in quotes inside of a message adds to the score of an article that has it. */
export const PREFERRED_FACTOR = 1.3
/** What an article gains that is about a product which the words name. */
export const PRODUCT_FACTOR = 1.2
/** Who asks how to do something looks for instructions and not for a fault; who has a fault does not look for instructions. */
export const KIND_FACTORS = {
  task: { 'how-to': 1.15, problem: 0.85 },
  trouble: { 'how-to': 0.75 },
} as const
/** Hits with a smaller share of the best score are not about the question any more. */
export const TAIL_SHARE = 0.5
/** So many are always shown. */
export const MIN_HITS = 3 * RESULTS_PER_PAGE
/** Sums of fractions are not exact. */
const ALL_WORDS = 0.999

/** What ranking needs of an index: that of a server, or the files of a copy. */
export interface RankedIndex extends PlacedArticles, Pick<ScoreTable, 'withScores'> {
  /** One more than the highest ordinal. */
  readonly capacity: number
  readonly facets: Pick<FacetTable, 'narrow' | 'listWithProduct' | 'factorsOfKinds'>
  /** What an article gains by the articles that cite it, by ordinal. */
  readonly citationFactors: Float32Array
  numberOf(ordinal: number): KbNumber
  numbersOf(ordinals: readonly number[]): KbNumber[]
  orderOf(sort: 'newest' | 'number'): readonly number[]
  listOrdinals(digits?: string): number[]
  postingsOf(terms: readonly string[]): Postings
  /** Gives how distinctive a term is; 0 if no article has it. */
  rarityOf(term: string): number
  readTexts(numbers: readonly KbNumber[]): ReadonlyMap<KbNumber, ArticleText>
}

interface Ranking {
  readonly index: RankedIndex
  readonly plan: QueryPlan<Postings>
  readonly query: EngineQuery
  readonly scores: Scores
}

/** Finds the articles for a plan, applies the filters of the query, orders the hits, and quotes those of its page. */
export function rankHits(
  index: RankedIndex,
  plan: QueryPlan<Postings>,
  query: EngineQuery,
  liftedProducts: readonly string[],
): Omit<EngineResults, 'leftOut' | 'namedProducts'> {
  return index.withScores(plan.words, (scores) => {
    scores.liftEach(index.citationFactors)
    for (const slug of liftedProducts) scores.lift(index.facets.listWithProduct(slug), PRODUCT_FACTOR)
    const question = questionKindOf(query.words)
    if (question) scores.liftEach(index.facets.factorsOfKinds(question, KIND_FACTORS[question]))
    const ranking = { index, plan, query, scores }
    const { hits, isPartialMatch } = chooseHits(ranking)
    const { ordinals, facets } = index.facets.narrow(hits, query)
    const best = plan.words.length === 0 || isPhrasesOnly(query) ? ordinals : dropTail(scores, ordinals)
    const texts = new MarkedTexts(plan.marked)
    const numbers = orderPage(ranking, best, texts)
    texts.add(index.readTexts(texts.missing(query.numberPrefix === undefined ? numbers : [])))
    const excerpts = query.numberPrefix === undefined ? quoteHits(numbers, texts) : new Map()
    const [itemCount, matchCount] = [best.length, ordinals.length]
    return { numbers, itemCount, matchCount, alsoSearched: plan.alsoSearched, facets, excerpts, isPartialMatch }
  })
}

/** Gives the hits of the page of the query, and adds the texts that it reads. */
function orderPage(
  { index, plan, query, scores }: Ranking,
  hits: readonly number[],
  texts: MarkedTexts,
): readonly KbNumber[] {
  const end = query.page * RESULTS_PER_PAGE
  const start = end - RESULTS_PER_PAGE
  const sort = query.numberPrefix === undefined ? sortOf(query) : 'number'
  if (sort !== 'relevance') return index.numbersOf(inOrder(index, hits, sort).slice(start, end))
  const best = scores.best(hits, end)
  // Whatever the order of the first is, they are not on this page.
  if (start >= PASSAGE_DEPTH || plan.words.length === 0) return index.numbersOf(best.slice(start))
  const first = best.slice(0, PASSAGE_DEPTH).map((ordinal) => ({
    number: index.numberOf(ordinal),
    score: scores.of(ordinal),
    hasAllInTitle: scores.inTitle(ordinal) >= ALL_WORDS * scores.fullCoverage,
  }))
  texts.add(index.readTexts(first.map(({ number }) => number)))
  const passageWords = listPassageWords(plan.words, (term) => index.rarityOf(term))
  return [...orderBest(first, { query, passageWords, texts }), ...index.numbersOf(best.slice(PASSAGE_DEPTH))].slice(
    start,
  )
}

/** Lists the hits in the order of all articles, so that the last page costs no more than the first. */
function inOrder(index: RankedIndex, hits: readonly number[], sort: 'newest' | 'number'): number[] {
  const isHit = new Uint8Array(index.capacity)
  for (const ordinal of hits) isHit[ordinal] = 1
  return index.orderOf(sort).filter((ordinal) => isHit[ordinal] === 1)
}

/** Ends the hits where they stop being about the question; articles with all of its words always are. */
function dropTail(scores: Scores, hits: readonly number[]): readonly number[] {
  let best = 0
  for (const ordinal of hits) best = Math.max(best, scores.of(ordinal))
  const isAbout = (ordinal: number) =>
    scores.of(ordinal) >= TAIL_SHARE * best || scores.coverageOf(ordinal) >= ALL_WORDS
  const about = hits.filter(isAbout)
  return about.length >= MIN_HITS ? about : scores.best(hits, MIN_HITS)
}

/** Every article that has the phrases is a hit then, whatever else it has of their words. */
export function isPhrasesOnly({ words, phrases }: Pick<EngineQuery, 'words' | 'phrases'>): boolean {
  return words.length === 0 && phrases.length > 0
}

/** Chooses the articles that are hits: those with enough of the words, every phrase and nothing excluded. */
function chooseHits(ranking: Ranking) {
  const { plan, query, scores } = ranking
  const hits = listMatching(ranking)
  if (isPhrasesOnly(query)) return { hits, isPartialMatch: false }
  const full = hits.filter((ordinal) => scores.coverageOf(ordinal) >= ALL_WORDS)
  const wordCount = plan.words.filter(({ isExtra }) => !isExtra).length
  const isEnough = full.length >= (ENOUGH_FULL_MATCHES[wordCount] ?? Number.POSITIVE_INFINITY)
  return {
    hits: isEnough ? full : hits,
    isPartialMatch: hits.length > 0 && wordCount > 0 && (full.length === 0 || scores.hasUnknownWord),
  }
}

function listMatching({ index, plan, query, scores }: Ranking): readonly number[] {
  const { phrases, preferred, excludedTerms, excludedPhrases } = plan
  const found = findPhrases(index, [...phrases, ...preferred, ...excludedPhrases])
  const [required, rest] = [found.slice(0, phrases.length), found.slice(phrases.length)]
  for (const ordinals of rest.slice(0, preferred.length)) scores.lift(ordinals, PREFERRED_FACTOR)
  const excluded = new Set(rest.slice(preferred.length).flat())
  for (const term of excludedTerms) for (const ordinal of index.postingsOf([term]).ordinals) excluded.add(ordinal)
  const matching = required.length > 0 ? intersect(required) : listCovering(index, plan, query, scores)
  return excluded.size === 0 ? matching : matching.filter((ordinal) => !excluded.has(ordinal))
}

function listCovering(
  index: RankedIndex,
  plan: QueryPlan<Postings>,
  query: EngineQuery,
  scores: Scores,
): readonly number[] {
  return plan.words.length === 0 ? index.listOrdinals(query.numberPrefix) : scores.covering(MIN_COVERAGE)
}

function intersect(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.reduce((kept, list) => {
    const isInList = new Set(list)
    return kept.filter((ordinal) => isInList.has(ordinal))
  })
}
