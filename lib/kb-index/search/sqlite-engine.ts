import type {
  EngineQuery,
  EngineResults,
  SearchEngine,
  SearchWriter,
  SuggestedArticles,
} from '@/lib/kb/search/search-engine'
import { type IndexDatabase, inOneRead } from '@/lib/kb-index/file/driver'
import { DocumentMaker, type SearchDocument } from './documents/search-document'
import { NO_RESULTS, planSearch } from './plan-search'
import { rankHits } from './rank-hits'
import { type SearchIndex, searchIndexOf } from './search-index'
import { findSimilarArticles } from './similar-articles'
import { correctWords } from './spelling/correct-words'
import { suggestByTitle, titlesOf } from './suggest'
import { TextTable } from './text-table'

/** The engine of this collection: posting lists in the index file. */
export const sqliteEngine: SearchEngine<IndexDatabase> & SearchWriter<IndexDatabase, SearchDocument> = {
  makeDocuments: (reader) => new DocumentMaker(reader),
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
  const planned = planSearch(index, query, ({ numbers }) => index.postingsOfNumbers(numbers))
  if (planned.isEmpty) return NO_RESULTS
  const ranked = rankHits(index, planned.plan, query, planned.liftedProducts)
  return { ...ranked, ...planned.said, alsoSearched: [...ranked.alsoSearched, ...planned.translated] }
}
