import type { TextMark } from '@/lib/kb/search/mark-words'
import type { SearchQuery } from '@/lib/kb/search/search-query'
import { type IndexDatabase, inOneRead } from '@/lib/kb-index/file/driver'
import { planQuery } from '@/lib/kb-index/search/query-plan'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { correctWords } from '@/lib/kb-index/search/spelling/correct-words'
import { termFinder } from '@/lib/kb-index/search/term-matches'

/** Gives what finds the words of a query in a text, as the search found them: corrected, in any form, and with synonyms. */
export function planMarks(database: IndexDatabase, query: SearchQuery): (text: string) => TextMark[] {
  const marked = inOneRead(database, () => {
    const index = searchIndexOf(database)
    const words = query.isVerbatim ? query.words : (correctWords(index, query.words) ?? query.words)
    return planQuery({ ...query, words }, (term) => index.countArticlesWith(term)).marked
  })
  const find = termFinder(marked)
  return (text) => find(text).map(({ start, end, term }) => ({ start, end, isAdded: (marked.get(term) ?? 0) < 1 }))
}
