import type { SearchEngine } from '@/lib/kb/search/search-engine'
import type { SearchQuery, SearchResults } from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/open'
import { lookUpBuild } from '@/lib/kb-index/read/file-versions'
import { listNearbyArticles } from '@/lib/kb-index/read/nearby-articles'
import { getSignatureHint } from '@/lib/kb-index/read/signatures'

/** Searches, and adds what the text names besides words: a signature, a build, or a number that differs by a slip. */
export async function searchCollection(
  engine: SearchEngine,
  index: IndexDatabase,
  query: SearchQuery,
): Promise<SearchResults> {
  const results = await engine.search(query)
  const { missingNumber, itemCount } = results
  return {
    ...results,
    signature: getSignatureHint(index, query.text),
    build: lookUpBuild(index, query.text),
    nearby: missingNumber !== undefined && itemCount === 0 ? listNearbyArticles(index, missingNumber) : undefined,
  }
}
