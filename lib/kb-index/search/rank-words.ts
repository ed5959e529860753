import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { RESULTS_PER_PAGE, type SearchQuery, type SearchResults } from '@/lib/kb/search/search-query'
import { listWordTerms } from '@/lib/kb/search/terms'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getSummary } from '@/lib/kb-index/read/summaries'
import { type ArticleTexts, readTexts } from './article-texts'
import { listBestOrdinals } from './best-ordinals'
import { narrowHits } from './facets'
import { measureNearness } from './nearness'
import { filterByPhrases } from './phrase-filter'
import { findProductMask } from './product-mask'
import type { QueryPlan } from './query-plan'
import { forgetScores, MIN_COVERAGE, rarityOf, type Scored, scoreArticles } from './rank-articles'
import { countArticlesWith } from './read-postings'
import type { SearchMemory } from './search-memory'
import { findTerms } from './term-matches'

/** So many of the best are looked at again for nearness. */
const NEARNESS_DEPTH = 40
/** What nearness counts against the words themselves. */
const NEARNESS_WEIGHT = 0.1
/** Nearness is told of so many words. */
const MAX_NEAR_WORDS = 24
/** Characters of a text in which nearness is told: a book is near to everything. */
const MAX_NEAR_TEXT = 20_000
/** So many articles that have all words of a short query leave no wish for others: by the number of words. */
const ENOUGH_FULL_MATCHES = [1, 1, 1, 5]
/** Sums of fractions are not exact. */
const ROUNDING = 0.999

/** A page of the articles that fit a plan, and what there is beside it. */
export interface RankedHits {
  /** Ordinals, best first. */
  readonly page: readonly number[]
  /** The texts of the page. */
  readonly texts: ArticleTexts
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
    const best = listBestOrdinals(memory, ordinals, Math.max(NEARNESS_DEPTH, end))
    const nearest = best.slice(0, NEARNESS_DEPTH)
    const near = readTexts(database, memory, nearest)
    const ranked = [
      ...exactTitlesFirst(
        database,
        memory,
        query,
        rankByNearness(database, memory, plan, { ordinals: nearest, texts: near }),
      ),
      ...best.slice(NEARNESS_DEPTH),
    ]
    const page = ranked.slice(end - RESULTS_PER_PAGE, end)
    return { page, texts: readTexts(database, memory, page, near), itemCount: ordinals.length, isPartialMatch, facets }
  } finally {
    forgetScores(memory, scored)
  }
}

/** Which of the scored articles are hits: those with enough of the words, with every phrase, with nothing excluded. */
function chooseHits(database: IndexDatabase, memory: SearchMemory, plan: QueryPlan, scored: Scored) {
  const covering = plan.sought.length === 0 ? listAll(memory) : listCovering(memory, scored, MIN_COVERAGE)
  const hits = filterByPhrases(database, memory, plan, covering)
  const { coverage } = memory.scratch
  const full = hits.filter((ordinal) => (coverage[ordinal] ?? 0) >= scored.fullCoverage * ROUNDING)
  const soughtCount = plan.sought.filter(({ isSought }) => isSought).length
  const isEnough = full.length >= (ENOUGH_FULL_MATCHES[soughtCount] ?? Number.POSITIVE_INFINITY)
  return {
    hits: isEnough ? full : hits,
    isPartialMatch: hits.length > 0 && soughtCount > 0 && (full.length === 0 || scored.hasUnknownWord),
  }
}

function listAll({ numbers }: SearchMemory): number[] {
  return [...numbers.keys()].filter((ordinal) => numbers[ordinal] !== 0)
}

/** The ordinals with at least that share of the query's weight. */
function listCovering(memory: SearchMemory, { ordinals, length, fullCoverage }: Scored, share: number): number[] {
  const { coverage } = memory.scratch
  const covering: number[] = []
  for (let index = 0; index < length; index++) {
    const ordinal = ordinals[index] ?? 0
    if ((coverage[ordinal] ?? 0) >= fullCoverage * share) covering.push(ordinal)
  }
  return covering
}

function rankByNearness(
  database: IndexDatabase,
  memory: SearchMemory,
  { sequence }: QueryPlan,
  { ordinals, texts }: { readonly ordinals: readonly number[]; readonly texts: ArticleTexts },
): readonly number[] {
  const terms = new Set(sequence.slice(0, MAX_NEAR_WORDS))
  if (terms.size < 2) return ordinals
  const words = [...terms].map((term) => ({
    term,
    rarity: rarityOf(countArticlesWith(database, term), memory.articleCount),
  }))
  return ordinals
    .map((ordinal) => {
      const text = (texts.get(ordinal) ?? '').slice(0, MAX_NEAR_TEXT)
      const nearness = measureNearness(findTerms(text, terms), words)
      return { ordinal, value: (memory.scratch.scores[ordinal] ?? 0) + NEARNESS_WEIGHT * nearness }
    })
    .sort((a, b) => b.value - a.value || (memory.numbers[a.ordinal] ?? 0) - (memory.numbers[b.ordinal] ?? 0))
    .map(({ ordinal }) => ordinal)
}

/** Whoever types a title, with or without a label such as `XADM:`, means that article. */
function exactTitlesFirst(
  database: IndexDatabase,
  memory: SearchMemory,
  { words, phrases }: Pick<SearchQuery, 'words' | 'phrases'>,
  ordinals: readonly number[],
): readonly number[] {
  const sought = listWordTerms([...words, ...phrases].join(' ')).join(' ')
  const isExact = (ordinal: number) => {
    const title = getSummary(database, memory.numbers[ordinal] as KbNumber)?.title ?? ''
    return [title, title.replace(/^[\w ]{1,20}:\s*/, '')].some((text) => listWordTerms(text).join(' ') === sought)
  }
  const exact = new Set(ordinals.filter((ordinal) => memory.scratch.titleCoverage[ordinal] && isExact(ordinal)))
  return exact.size === 0 ? ordinals : [...exact, ...ordinals.filter((ordinal) => !exact.has(ordinal))]
}
