import type { SuggestedArticles } from '@/lib/kb/search/search-engine'
import { MAX_SUGGESTIONS } from '@/lib/kb/search/search-query'
import { listWrittenWords } from '@/lib/kb/search/terms'
import { type IndexDatabase, inOneRead } from '@/lib/kb-index/file/driver'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { correctWords } from '@/lib/kb-index/search/spelling/correct-words'
import { MAX_TYPED_WORDS, MIN_INFIX_LENGTH, MIN_LENGTH } from '@/lib/kb-index/search/suggest'
import { askSearch } from './ask-search'
import { type Clause, constant } from './clauses'
import type { Cluster } from './cluster'

/** Suggests as the engine of the index file does; if no title has the words, typing errors are corrected as in a search. */
export async function suggestOnCluster(
  cluster: Cluster,
  database: IndexDatabase,
  text: string,
): Promise<SuggestedArticles> {
  const numbers = await suggestByTitle(cluster, text)
  const corrected =
    numbers.length > 0 ? undefined : inOneRead(database, () => correctWords(searchIndexOf(database), text.split(/\s+/)))
  if (corrected === undefined) return { numbers }
  const correctedText = corrected.join(' ')
  const found = await suggestByTitle(cluster, correctedText)
  return found.length > 0 ? { numbers: found, correctedText } : { numbers }
}

/** The last word may be unfinished or, where no title has a word that begins so, inside of a word. */
async function suggestByTitle(cluster: Cluster, text: string) {
  const words = listWrittenWords(text).slice(0, MAX_TYPED_WORDS)
  const last = words.at(-1)
  if (text.length < MIN_LENGTH || last === undefined) return []
  const before = words.slice(0, -1).map((word): Clause => ({ term: { titleWords: word } }))
  const found = await ask(cluster, words, [...before, { prefix: { titleWords: last } }])
  if (found.length > 0 || last.length < MIN_INFIX_LENGTH) return found
  const inside = `*${last.replace(/[*?\\]/g, '\\$&')}*`
  return ask(cluster, words, [...before, { wildcard: { titleWords: inside } }])
}

/** Titles that begin with the words come first, then those that have them in a row; of equally good ones the shortest. */
async function ask(cluster: Cluster, words: readonly string[], filter: readonly Clause[]) {
  const typed = words.join(' ')
  const inRow = { match_phrase_prefix: { titleWords: { query: typed, max_expansions: 1000 } } }
  const { hits } = await askSearch(cluster, {
    query: {
      bool: { filter, should: [constant({ prefix: { titleStart: typed } }, 2), constant(inRow, 1)] },
    },
    size: MAX_SUGGESTIONS,
    sort: [{ _score: 'desc' }, { titleLength: 'asc' }, { number: 'asc' }],
  })
  return hits.map(({ number }) => number)
}
