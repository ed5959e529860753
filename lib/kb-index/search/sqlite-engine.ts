import type { EngineQuery, EngineResults, SearchEngine, SuggestedArticles } from '@/lib/kb/search/search-engine'
import { listWordTerms } from '@/lib/kb/search/terms'
import { type IndexDatabase, inOneRead } from '@/lib/kb-index/file/driver'
import { findNamedProducts } from './named-products'
import { planQuery } from './query-plan'
import { rankHits } from './rank-hits'
import { prepareBatch, type SearchDocument } from './search-document'
import { type SearchIndex, searchIndexOf } from './search-index'
import { findSimilarArticles } from './similar-articles'
import { correctWords } from './spelling/correct-words'
import { splitForeignWords } from './spelling/foreign-words'
import { suggestByTitle, titlesOf } from './suggest'
import { TextTable } from './text-table'

/** The engine of this collection: posting lists in the index file. */
export const sqliteEngine: SearchEngine<IndexDatabase, SearchDocument> = {
  prepareBatch,
  change: (database) => new TextTable(database),
  search: async (database, query) => inOneRead(database, () => search(searchIndexOf(database), query)),
  suggest: async (database, text) => inOneRead(database, () => suggest(database, text)),
  findSimilar: async (database, text, limit) =>
    inOneRead(database, () => findSimilarArticles(searchIndexOf(database), text, limit)),
}

/** If no title has the words, typing errors are corrected as in a search. */
function suggest(database: IndexDatabase, text: string): SuggestedArticles {
  const titles = titlesOf(database)
  const numbers = suggestByTitle(titles, text)
  const corrected = numbers.length > 0 ? undefined : correctWords(searchIndexOf(database), text.split(/\s+/))
  if (corrected === undefined) return { numbers }
  const correctedText = corrected.join(' ')
  const found = suggestByTitle(titles, correctedText)
  return found.length > 0 ? { numbers: found, correctedText } : { numbers }
}

function search(index: SearchIndex, query: EngineQuery): EngineResults {
  const split = query.isVerbatim ? undefined : splitForeignWords(index, query.words)
  const correctedWords = query.isVerbatim || split ? undefined : correctWords(index, query.words)
  const corrected = { ...query, words: split?.known ?? correctedWords ?? query.words }
  const signatures = (query.signatures ?? []).map(({ text, numbers }) => ({
    terms: listWordTerms(text),
    articles: index.postingsOfNumbers(numbers),
  }))
  const plan = planQuery(corrected, (term) => index.countArticlesWith(term), signatures)
  const { product, kind, state, provenance, year, numberPrefix } = query
  const isNarrowed = [product, kind, state, provenance, year, numberPrefix].some((filter) => filter !== undefined)
  if (plan.words.length === 0 && !isNarrowed) return NO_RESULTS
  const named = query.product === undefined ? findNamedProducts(index, corrected.words.join(' ')) : []
  const ranked = rankHits(
    index,
    plan,
    query,
    named.map(({ slug }) => slug),
  )
  const alsoSearched = [...ranked.alsoSearched, ...(split?.translated ?? [])]
  return { ...ranked, alsoSearched, correctedWords, leftOut: split?.foreign ?? [], namedProducts: named }
}

const NO_RESULTS: EngineResults = {
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
