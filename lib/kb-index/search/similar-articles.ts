import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SimilarArticle } from '@/lib/kb/search/search-engine'
import { isStopWord } from '@/lib/kb/search/stop-words'
import { extractTerms } from '@/lib/kb/search/terms'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { inOneRead } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { listBestOrdinals } from './best-ordinals'
import { forgetScores, rarityOf, scoreArticles } from './rank-articles'
import { type SearchMemory, searchMemoryOf } from './search-memory'

/** So many of the rarest words of a long text tell it from all others. */
const MAX_TERMS = 24
/** A word in a larger share of all articles tells nothing. */
const COMMON_SHARE = 0.1
/** Words are counted up to here: a paste of 64 KB may hold more different ones than are worth counting. */
const MAX_COUNTED_TERMS = 4000

/**
 * Lists the articles that a long text resembles, such as an entry of an event log: by its rarest words, best first. The
 * work is bounded by the number of words and by their rarity, whatever the text.
 */
export function findSimilarArticles(database: IndexDatabase, text: string, limit: number): SimilarArticle[] {
  return inOneRead(database, () => {
    const memory = searchMemoryOf(database)
    const terms = chooseRareTerms(database, memory, text)
    const scored = scoreArticles(
      database,
      memory,
      terms.map((term) => ({ alternatives: [{ terms: [term], weight: 1 }], weight: 1, isSought: true })),
    )
    const { scores, coverage } = memory.scratch
    const best = listBestOrdinals(memory, [...scored.ordinals.subarray(0, scored.length)], limit).map((ordinal) => ({
      number: memory.numbers[ordinal] as KbNumber,
      score: scores[ordinal] ?? 0,
      coverage: (coverage[ordinal] ?? 0) / (scored.fullCoverage || 1),
      terms,
    }))
    forgetScores(memory, scored)
    return best
  })
}

function chooseRareTerms(database: IndexDatabase, memory: SearchMemory, text: string): string[] {
  const occurrences = new Map<string, number>()
  const add = (term: string) => {
    if (occurrences.has(term) || occurrences.size < MAX_COUNTED_TERMS) {
      occurrences.set(term, (occurrences.get(term) ?? 0) + 1)
    }
  }
  extractTerms(text, {
    onWord: (term, plain) => {
      if (plain === undefined || !isStopWord(plain)) add(term)
    },
    onPart: add,
  })
  const rows = allRows<{ term: string; articleCount: number }>(
    database,
    'SELECT term, articleCount FROM posting WHERE term IN (SELECT value FROM json_each(?)) ORDER BY term',
    [JSON.stringify([...occurrences.keys()])],
  )
  const weighed = rows.map(({ term, articleCount }) => ({
    term,
    articleCount,
    // What a text says again and again is what it is about.
    weight: rarityOf(articleCount, memory.articleCount) * (1 + Math.log2(occurrences.get(term) ?? 1) / 4),
  }))
  const telling = weighed.filter(({ articleCount }) => articleCount <= Math.max(memory.articleCount * COMMON_SHARE, 10))
  return (telling.length > 0 ? telling : weighed)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_TERMS)
    .map(({ term }) => term)
}
