import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { EngineQuery, EngineResults } from '@/lib/kb/search/search-engine'
import { type Excerpt, RESULTS_PER_PAGE } from '@/lib/kb/search/search-query'
import { listWordTerms } from '@/lib/kb/search/terms'
import { measureNearness } from './nearness'
import { filterByPhrases } from './phrase-filter'
import type { QueryPlan } from './query-plan'
import { MIN_COVERAGE, type Scores } from './score-articles'
import type { SearchIndex } from './search-index'
import { extractExcerpt, markTerms } from './snippets'
import { findTerms } from './term-matches'
import { type ArticleText, readTexts } from './texts'

/** Only this many of the best hits are ranked by proximity. */
const NEARNESS_DEPTH = 40
/** How much proximity counts against the words themselves. */
const NEARNESS_WEIGHT = 0.1
/** Only the first 24 words count for proximity. */
const MAX_NEAR_WORDS = 24
/** Only the first 20,000 characters: in a longer text any two words are close somewhere. */
const MAX_NEAR_TEXT = 20_000
/** If this many articles match every word, drop partial matches. Indexed by number of words. */
const ENOUGH_FULL_MATCHES = [1, 1, 1, 5]
/** Sums of fractions are not exact. */
const ALL_WORDS = 0.999

interface Ranking {
  readonly index: SearchIndex
  readonly plan: QueryPlan
  readonly query: EngineQuery
  readonly scores: Scores
}

type Texts = ReadonlyMap<KbNumber, ArticleText>

/** Ranks the articles that have words of the plan, applies the filters of the query, and quotes the hits of its page. */
export function rankHits(index: SearchIndex, plan: QueryPlan, query: EngineQuery): EngineResults {
  return index.withScores(plan.words, (scores) => {
    const ranking = { index, plan, query, scores }
    const { hits, isPartialMatch } = chooseHits(ranking)
    const { ordinals, facets } = index.facets.narrow(hits, query)
    const end = query.page * RESULTS_PER_PAGE
    const best = scores.best(ordinals, Math.max(NEARNESS_DEPTH, end))
    const first = best.slice(0, NEARNESS_DEPTH)
    const texts = readTexts(index.database, plan.words.length > 0 ? index.numbersOf(first) : [])
    const ranked = [
      ...putExactTitlesFirst(ranking, sortByNearness(ranking, first, texts), texts),
      ...best.slice(NEARNESS_DEPTH),
    ]
    const numbers = index.numbersOf(ranked.slice(end - RESULTS_PER_PAGE, end))
    const excerpts = query.numberPrefix === undefined ? quoteHits(ranking, numbers, texts) : new Map()
    return { numbers, itemCount: ordinals.length, facets, excerpts, isPartialMatch }
  })
}

/** Chooses the scored articles that are hits: those with enough of the words, every phrase and nothing excluded. */
function chooseHits({ index, plan, query, scores }: Ranking) {
  const covering = plan.words.length === 0 ? index.listOrdinals(query.numberPrefix) : scores.covering(MIN_COVERAGE)
  const hits = filterByPhrases(index, scores, plan, covering)
  const full = hits.filter((ordinal) => scores.coverageOf(ordinal) >= ALL_WORDS)
  const wordCount = plan.words.filter(({ isExtra }) => !isExtra).length
  const isEnough = full.length >= (ENOUGH_FULL_MATCHES[wordCount] ?? Number.POSITIVE_INFINITY)
  return {
    hits: isEnough ? full : hits,
    isPartialMatch: hits.length > 0 && wordCount > 0 && (full.length === 0 || scores.hasUnknownWord),
  }
}

function sortByNearness(
  { index, plan, scores }: Ranking,
  ordinals: readonly number[],
  texts: Texts,
): readonly number[] {
  const terms = new Set(plan.sequence.slice(0, MAX_NEAR_WORDS))
  if (terms.size < 2) return ordinals
  const words = [...terms].map((term) => ({ term, rarity: index.rarityOf(term) }))
  return ordinals
    .map((ordinal) => {
      const number = index.numberOf(ordinal)
      const text = texts.get(number)?.body.slice(0, MAX_NEAR_TEXT) ?? ''
      const nearness = measureNearness(findTerms(text, terms), words)
      return { ordinal, number, value: scores.of(ordinal) + NEARNESS_WEIGHT * nearness }
    })
    .sort((a, b) => b.value - a.value || a.number - b.number)
    .map(({ ordinal }) => ordinal)
}

/** Whoever types a title, with or without a label such as `XADM:`, means that article. */
function putExactTitlesFirst(
  { index, query: { words, phrases }, scores }: Ranking,
  ordinals: readonly number[],
  texts: Texts,
): readonly number[] {
  const typed = listWordTerms([...words, ...phrases].join(' ')).join(' ')
  const isExact = (ordinal: number) => {
    const title = texts.get(index.numberOf(ordinal))?.title ?? ''
    return [title, title.replace(/^[\w ]{1,20}:\s*/, '')].some((text) => listWordTerms(text).join(' ') === typed)
  }
  const exact = new Set(ordinals.filter((ordinal) => scores.inTitle(ordinal) > 0 && isExact(ordinal)))
  return exact.size === 0 ? ordinals : [...exact, ...ordinals.filter((ordinal) => !exact.has(ordinal))]
}

function quoteHits({ index, plan }: Ranking, numbers: readonly KbNumber[], known: Texts): Map<KbNumber, Excerpt> {
  const texts = readTexts(index.database, numbers, known)
  return new Map(
    numbers.map((number) => {
      const { title = '', body = '' } = texts.get(number) ?? {}
      return [number, { title: markTerms(title, plan.marked), snippet: extractExcerpt(body, plan.marked) }]
    }),
  )
}
