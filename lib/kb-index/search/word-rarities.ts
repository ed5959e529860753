import { isStopWord } from '@/lib/kb/search/stop-words'
import { extractTerms } from '@/lib/kb/search/terms'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { searchIndexOf } from './search-index'

/** Limits the lookups for one text. */
const MAX_WORDS = 4000

/** So many of the rarest words tell which articles may have a phrase. */
const MAX_TOGETHER = 5

/** How few articles have the words of a text. */
export interface WordRarities {
  /** By word, in lower case: the logarithm of one article in so many. Words without meaning have none. */
  readonly rarities: ReadonlyMap<string, number>
  /** Counts the articles that have the rarest of the words together, which are at least those that have them in a row. */
  readonly countTogether: (words: readonly string[]) => number
}

/** Reads how few articles have each word of a text. */
export function readWordRarities(database: IndexDatabase, text: string): WordRarities {
  const index = searchIndexOf(database)
  const terms = new Map<string, string>()
  extractTerms(text, {
    onWord: (term, plain, start, end) => {
      if (terms.size < MAX_WORDS && !(plain !== undefined && isStopWord(plain))) {
        terms.set(text.slice(start, end).toLowerCase(), term)
      }
    },
    onPart: () => {},
  })
  const rows = allRows<{ term: string; articleCount: number }>(
    database,
    'SELECT term, articleCount FROM posting WHERE term IN (SELECT value FROM json_each(?)) ORDER BY term',
    [JSON.stringify([...new Set(terms.values())])],
  )
  const counts = new Map(rows.map(({ term, articleCount }) => [term, articleCount]))
  const rarities = new Map(
    [...terms].flatMap(([word, term]) => {
      const count = counts.get(term)
      return count === undefined ? [] : [[word, Math.log(index.articleCount / count)] as const]
    }),
  )
  const countTogether = (words: readonly string[]) => {
    const rarest = [...new Set(words)]
      .filter((word) => rarities.has(word))
      .sort((one, other) => (rarities.get(other) ?? 0) - (rarities.get(one) ?? 0))
      .slice(0, MAX_TOGETHER)
      .flatMap((word) => terms.get(word) ?? [])
    return index.postingsOf(rarest).length
  }
  return { rarities, countTogether }
}
