import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { decodePostings } from '@/lib/kb-index/search/posting-list'

/** The terms of an article with their impacts. */
export interface ArticleTerms {
  readonly terms: string[]
  readonly impacts: number[]
}

/** Lists of terms that are read at a time. */
const ROWS = 5000

/** Gives the terms of articles by their ordinals, which must ascend. The index file has articles by term: all lists are read. */
export function readTerms(database: IndexDatabase, ordinals: readonly number[]): readonly ArticleTerms[] {
  const found = ordinals.map((): ArticleTerms => ({ terms: [], impacts: [] }))
  const [first = 0, last = -1] = [ordinals[0], ordinals.at(-1)]
  const placeOf = new Int32Array(last - first + 1).fill(-1)
  for (const [place, ordinal] of ordinals.entries()) placeOf[ordinal - first] = place
  for (const { term, articleCount, articles } of listPostings(database)) {
    const postings = decodePostings(new Uint8Array(articles), articleCount)
    for (let at = findFrom(postings.ordinals, first); at < postings.length; at++) {
      const ordinal = postings.ordinals[at] ?? 0
      if (ordinal > last) break
      const article = found[placeOf[ordinal - first] ?? -1]
      article?.terms.push(term)
      article?.impacts.push(postings.impacts[at] ?? 0)
    }
  }
  return found
}

function* listPostings(database: IndexDatabase) {
  let after = ''
  for (;;) {
    const rows = allRows<{ term: string; articleCount: number; articles: ArrayBuffer }>(
      database,
      `SELECT term, articleCount, articles FROM posting WHERE term > ? ORDER BY term LIMIT ${ROWS}`,
      [after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < ROWS) return
    after = last.term
  }
}

/** Gives the first place with this ordinal or a higher one. */
function findFrom(ordinals: Int32Array, wanted: number): number {
  let [low, high] = [0, ordinals.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ordinals[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
