import type { EngineQuery, EngineResults, SearchEngine } from '@/lib/kb/search/search-engine'
import { type IndexDatabase, inOneRead } from '@/lib/kb-index/file/driver'
import { planQuery } from './query-plan'
import { rankHits } from './rank-hits'
import { prepareDocument, type SearchDocument } from './search-document'
import { type SearchIndex, searchIndexOf } from './search-index'
import { findSimilarArticles } from './similar-articles'
import { correctWords } from './spelling'
import { suggestByTitle, titlesOf } from './suggest'
import { TextTable } from './text-table'

/** The engine of this collection: posting lists in the index file. */
export const sqliteEngine: SearchEngine<IndexDatabase, SearchDocument> = {
  prepare: prepareDocument,
  change: (database) => new TextTable(database),
  search: async (database, query) => inOneRead(database, () => search(searchIndexOf(database), query)),
  suggest: async (database, text) => inOneRead(database, () => suggestByTitle(titlesOf(database), text)),
  findSimilar: async (database, text, limit) =>
    inOneRead(database, () => findSimilarArticles(searchIndexOf(database), text, limit)),
}

function search(index: SearchIndex, query: EngineQuery): EngineResults {
  const correctedWords = query.isVerbatim ? undefined : correctWords(index, query.words)
  const corrected = { ...query, words: correctedWords ?? query.words }
  const plan = planQuery(corrected, (term) => index.countArticlesWith(term))
  const { product, kind, state, provenance, year, numberPrefix } = query
  const isNarrowed = [product, kind, state, provenance, year, numberPrefix].some((filter) => filter !== undefined)
  if (plan.words.length === 0 && !isNarrowed) return NO_RESULTS
  return { ...rankHits(index, plan, query), correctedWords }
}

const NO_RESULTS: EngineResults = {
  numbers: [],
  itemCount: 0,
  matchCount: 0,
  alsoSearched: [],
  facets: { products: [], states: [], kinds: [], provenances: [], years: [] },
  excerpts: new Map(),
  isPartialMatch: false,
}
