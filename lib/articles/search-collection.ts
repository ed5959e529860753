import type { SearchQuery, SearchResults } from '@/lib/kb/search-query'
import { lookUpBuild } from '@/lib/kb-index/file-versions'
import { listNearbyArticles } from '@/lib/kb-index/nearby-articles'
import type { IndexDatabase } from '@/lib/kb-index/open'
import { searchIndex } from '@/lib/kb-index/search'
import { getSignatureHint } from '@/lib/kb-index/signatures'

/** Searches, and adds what the text names besides words: a signature, a build, or a number that differs by a slip. */
export function searchCollection(index: IndexDatabase, query: SearchQuery): SearchResults {
  const results = searchIndex(index, query)
  const { missingNumber, itemCount } = results
  return {
    ...results,
    signature: getSignatureHint(index, query.text),
    build: lookUpBuild(index, query.text),
    nearby: missingNumber !== undefined && itemCount === 0 ? listNearbyArticles(index, missingNumber) : undefined,
  }
}
