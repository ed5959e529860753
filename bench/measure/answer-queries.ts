import type { SearchEngine } from '@/lib/kb/search/search-engine'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import type { JudgedQuery } from './judged-queries'
import type { RankedResult } from './score-results'

/** Gives the articles for each query in the order of the page of results, with the exact one first. */
export async function answerQueries(
  index: IndexDatabase,
  queries: readonly JudgedQuery[],
  engine?: SearchEngine<IndexDatabase>,
): Promise<RankedResult[]> {
  const results: RankedResult[] = []
  for (const { q } of queries) {
    const { exact, items } = await searchArticles(index, parseSearchQuery({ q }), engine)
    const numbers = items.map(({ article }) => article.number)
    results.push({ q, ids: [...new Set(exact ? [exact.number, ...numbers] : numbers)] })
  }
  return results
}
