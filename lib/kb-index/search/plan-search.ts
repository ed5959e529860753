import type { EngineQuery, EngineResults } from '@/lib/kb/search/search-engine'
import { listWordTerms } from '@/lib/kb/search/terms'
import { findNamedProducts } from './named-products'
import { planQuery, type QueryPlan } from './query-plan'
import type { SearchIndex } from './search-index'
import { correctWords } from './spelling/correct-words'
import { splitForeignWords } from './spelling/foreign-words'

/** A query as it was understood, and what the answer says of that. */
export interface PlannedSearch<Mentions> {
  readonly plan: QueryPlan<Mentions>
  /** Nothing is asked: no words and no filters. */
  readonly isEmpty: boolean
  /** The products whose articles come first. */
  readonly liftedProducts: readonly string[]
  /** Words of another language that were searched in translation. */
  readonly translated: readonly string[]
  readonly said: Pick<EngineResults, 'correctedWords' | 'leftOut' | 'namedProducts'>
}

/**
 * Understands a query by the words of the collection: corrects or translates it, finds what else stands for its words, and the
 * products that they name. `toMentions` gives the articles that mention a signature in the form that the engine takes.
 */
export function planSearch<Mentions>(
  index: SearchIndex,
  query: EngineQuery,
  toMentions: (signature: NonNullable<EngineQuery['signatures']>[number]) => Mentions,
): PlannedSearch<Mentions> {
  const split = query.isVerbatim ? undefined : splitForeignWords(index, query.words)
  const correctedWords = query.isVerbatim || split ? undefined : correctWords(index, query.words)
  const corrected = { ...query, words: split?.known ?? correctedWords ?? query.words }
  const signatures = (query.signatures ?? []).map((signature) => ({
    terms: listWordTerms(signature.text),
    articles: toMentions(signature),
  }))
  const plan = planQuery(corrected, (term) => index.countArticlesWith(term), signatures)
  const { product, kind, state, provenance, year, numberPrefix } = query
  const isNarrowed = [product, kind, state, provenance, year, numberPrefix].some((filter) => filter !== undefined)
  const isEmpty = plan.words.length === 0 && !isNarrowed
  const named = query.product === undefined && !isEmpty ? findNamedProducts(index, corrected.words.join(' ')) : []
  return {
    plan,
    isEmpty,
    liftedProducts: named.map(({ slug }) => slug),
    translated: split?.translated ?? [],
    said: { correctedWords, leftOut: split?.foreign ?? [], namedProducts: named },
  }
}

export const NO_RESULTS: EngineResults = {
  numbers: [],
  itemCount: 0,
  matchCount: 0,
  alsoSearched: [],
  leftOut: [],
  namedProducts: [],
  facets: { products: [], states: [], kinds: [], provenances: [], years: [] },
  excerpts: new Map(),
  isPartialMatch: false,
}
