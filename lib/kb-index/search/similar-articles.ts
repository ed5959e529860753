import type { SimilarArticles } from '@/lib/kb/search/search-engine'
import { isStopWord } from '@/lib/kb/search/stop-words'
import { extractTerms } from '@/lib/kb/search/terms'
import { allRows } from '@/lib/kb-index/file/rows'
import { countToRarity, termToWord } from './scored-word'
import type { SearchIndex } from './search-index'

/** This many rare words are enough to identify a text. */
const MAX_TERMS = 24
/** A word that a larger share of all articles has says nothing about a text. */
const COMMON_SHARE = 0.1
/** Counting stops here: a paste of 64 KB may have more different words than are worth it. */
const MAX_COUNTED_TERMS = 4000

/** Finds the articles that have the rarest words of a long text, such as an event log entry, best first. */
export function findSimilarArticles(index: SearchIndex, text: string, limit: number): SimilarArticles {
  const terms = chooseRareTerms(index, text)
  const words = terms.map((term) => termToWord(term))
  const lists = terms.map((term) => ({ term, ordinals: index.postingsOf([term]).ordinals }))
  return index.withScores(words, (scores) => ({
    terms,
    articles: scores.best(scores.covering(0), limit).map((ordinal) => ({
      number: index.numberOf(ordinal),
      score: scores.of(ordinal),
      coverage: scores.coverageOf(ordinal),
      matchedTerms: lists.filter(({ ordinals }) => ordinals.includes(ordinal)).map(({ term }) => term),
    })),
  }))
}

/** Lists the rarest words of a text, as terms, the most distinctive first. */
export function chooseRareTerms({ database, articleCount: total }: SearchIndex, text: string): string[] {
  const occurrences = countTerms(text)
  const rows = allRows<{ term: string; articleCount: number }>(
    database,
    'SELECT term, articleCount FROM posting WHERE term IN (SELECT value FROM json_each(?)) ORDER BY term',
    [JSON.stringify([...occurrences.keys()])],
  )
  const rare = rows.filter(({ articleCount }) => articleCount <= Math.max(total * COMMON_SHARE, 10))
  return (rare.length > 0 ? rare : rows)
    .map(({ term, articleCount }) => {
      // What a text repeats is what it is about.
      const repetition = 1 + Math.log2(occurrences.get(term) ?? 1) / 4
      return { term, weight: countToRarity(articleCount, total) * repetition }
    })
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_TERMS)
    .map(({ term }) => term)
}

function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (term: string) => {
    const known = counts.get(term)
    if (known !== undefined || counts.size < MAX_COUNTED_TERMS) counts.set(term, (known ?? 0) + 1)
  }
  extractTerms(text, {
    onWord: (term, plain) => {
      if (plain === undefined || !isStopWord(plain)) count(term)
    },
    onPart: count,
  })
  return counts
}
