import type { SearchEngine } from '@/lib/kb/search/search-engine'
import { type IndexDatabase, inOneRead } from '@/lib/kb-index/file/driver'
import { NO_RESULTS, planSearch } from '@/lib/kb-index/search/plan-search'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import type { Cluster } from './cluster'
import { findSimilarOnCluster } from './find-similar'
import { rankOnCluster, toAsked } from './rank-on-cluster'
import { suggestOnCluster } from './suggest-titles'

/**
 * Makes the engine of an OpenSearch cluster that has what `publishIndex` gave it. What a query means is read from the index file,
 * as for the engine of that file; the cluster finds, narrows, counts, orders and quotes. What has no words, a list of a product or of
 * numbers, comes from the index file alone, so that it is there while the cluster is away.
 */
export function createOpenSearchEngine(cluster: Cluster): SearchEngine<IndexDatabase> {
  return {
    async search(database, query) {
      if (query.words.length + query.phrases.length === 0) return sqliteEngine.search(database, query)
      const { index, planned, asked } = inOneRead(database, () => {
        const index = searchIndexOf(database)
        const planned = planSearch(index, query, ({ id, numbers }) => ({ signature: id, count: numbers.length }))
        return { index, planned, asked: planned.isEmpty ? undefined : toAsked(index, query, planned) }
      })
      if (!asked) return NO_RESULTS
      const ranked = await rankOnCluster(cluster, index, asked)
      return { ...ranked, ...planned.said, alsoSearched: [...ranked.alsoSearched, ...planned.translated] }
    },
    suggest: (database, text) => suggestOnCluster(cluster, database, text),
    findSimilar: (database, text, limit) => findSimilarOnCluster(cluster, database, { text, limit }),
  }
}
