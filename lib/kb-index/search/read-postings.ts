import { LRUCache } from 'lru-cache'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow } from '@/lib/kb-index/file/rows'
import { decodePostings, lesserImpact, NO_POSTINGS, type Postings } from './posting-list'
import type { SearchMemory } from './search-memory'

/** Bytes of lists that are kept for the next search: the common words of a field come again and again. */
const MAX_KEPT_BYTES = 48_000_000
const BYTES_PER_ARTICLE = 5
const BYTES_PER_LIST = 300

const kept = new WeakMap<SearchMemory, LRUCache<string, Postings>>()

/** Reads the articles that have all of the terms, each with the least of its impacts. */
export function readPostings(database: IndexDatabase, memory: SearchMemory, terms: readonly string[]): Postings {
  const lists = kept.get(memory) ?? createCache()
  kept.set(memory, lists)
  const key = terms.join(' ')
  const known = lists.get(key)
  if (known) return known
  const [first = '', ...others] = terms
  const postings =
    others.length === 0
      ? readStoredPostings(database, first)
      : others.reduce(
          (found, term) => intersect(found, readPostings(database, memory, [term])),
          readPostings(database, memory, [first]),
        )
  lists.set(key, postings)
  return postings
}

/** Reads the list of a term as it is stored; a term that no article has gives an empty list. */
export function readStoredPostings(database: IndexDatabase, term: string): Postings {
  const row = firstRow<{ articleCount: number; articles: ArrayBuffer }>(
    database,
    'SELECT articleCount, articles FROM posting WHERE term = ?',
    [term],
  )
  return row ? decodePostings(new Uint8Array(row.articles), row.articleCount) : NO_POSTINGS
}

/** Counts the articles that have a term. */
export function countArticlesWith(database: IndexDatabase, term: string): number {
  const sql = 'SELECT articleCount FROM posting WHERE term = ?'
  return firstRow<{ articleCount: number }>(database, sql, [term])?.articleCount ?? 0
}

function createCache(): LRUCache<string, Postings> {
  return new LRUCache({
    maxSize: MAX_KEPT_BYTES,
    sizeCalculation: ({ length }) => length * BYTES_PER_ARTICLE + BYTES_PER_LIST,
  })
}

function intersect(left: Postings, right: Postings): Postings {
  const most = Math.min(left.length, right.length)
  const ordinals = new Int32Array(most)
  const impacts = new Uint8Array(most)
  let [count, at] = [0, 0]
  for (let index = 0; index < left.length; index++) {
    const ordinal = left.ordinals[index] ?? 0
    while (at < right.length && (right.ordinals[at] ?? 0) < ordinal) at++
    if (at < right.length && right.ordinals[at] === ordinal) {
      ordinals[count] = ordinal
      impacts[count++] = lesserImpact(left.impacts[index] ?? 0, right.impacts[at] ?? 0)
    }
  }
  return { ordinals: ordinals.slice(0, count), impacts: impacts.slice(0, count), length: count }
}
