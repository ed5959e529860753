import { isStopWord } from '@/lib/kb/search/stop-words'
import { extractTerms } from '@/lib/kb/search/terms'
import { countArticles } from '@/lib/kb-index/file/collection'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'

/** A text may have more different words than are worth a look. */
const MAX_WORDS = 4000

/**
 * Tells of the words of a text, in lower case, how few articles have them: the logarithm of one article in so many. Words
 * without meaning have none.
 */
export function readWordRarities(database: IndexDatabase, text: string): Map<string, number> {
  const words = new Map<string, string>()
  extractTerms(text, {
    onWord: (term, plain, start, end) => {
      if (words.size < MAX_WORDS && !(plain !== undefined && isStopWord(plain))) {
        words.set(text.slice(start, end).toLowerCase(), term)
      }
    },
    onPart: () => {},
  })
  const rows = allRows<{ term: string; articleCount: number }>(
    database,
    'SELECT term, articleCount FROM posting WHERE term IN (SELECT value FROM json_each(?)) ORDER BY term',
    [JSON.stringify([...new Set(words.values())])],
  )
  const counts = new Map(rows.map(({ term, articleCount }) => [term, articleCount]))
  const total = countArticles(database)
  return new Map(
    [...words].flatMap(([word, term]) => {
      const count = counts.get(term)
      return count === undefined ? [] : [[word, Math.log(total / count)] as const]
    }),
  )
}
