import { parseSearchQuery } from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { searchIndex } from '@/lib/kb-index/search/search'

/** Gives the numbers of the articles in the order in which the page of results shows them, the exact one above the hits. */
export function rankArticles(database: IndexDatabase, text: string): number[] {
  const { exact, items } = searchIndex(database, parseSearchQuery({ q: text }))
  const numbers = items.map(({ article }) => article.number)
  return [...new Set(exact ? [exact.number, ...numbers] : numbers)]
}
