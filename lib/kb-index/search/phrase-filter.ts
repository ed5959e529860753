import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getSummary } from '@/lib/kb-index/read/summaries'
import { readTexts } from './article-texts'
import { listBestOrdinals } from './best-ordinals'
import type { QueryPlan } from './query-plan'
import { readPostings } from './read-postings'
import type { SearchMemory } from './search-memory'
import { hasPhrase } from './term-matches'

/** A phrase is checked in so many of the best articles that have its words: more are not read. */
const MAX_PHRASE_CHECKS = 300

/** Gives those of the articles that have every phrase of a plan and nothing that it excludes. */
export function filterByPhrases(
  database: IndexDatabase,
  memory: SearchMemory,
  { phrases, excluded }: QueryPlan,
  ordinals: readonly number[],
): readonly number[] {
  let kept = ordinals
  for (const terms of phrases) {
    const withPhrase = findPhrase(database, memory, kept, terms)
    kept = kept.filter((ordinal) => withPhrase.has(ordinal))
  }
  for (const terms of excluded) {
    const without = findPhrase(database, memory, kept, terms)
    kept = kept.filter((ordinal) => !without.has(ordinal))
  }
  return kept
}

/** Those of the articles that have the terms one after the other. */
function findPhrase(
  database: IndexDatabase,
  memory: SearchMemory,
  ordinals: readonly number[],
  terms: readonly string[],
): ReadonlySet<number> {
  const counts = countTerms(database, memory, [...new Set(terms)])
  const withAll = ordinals.filter((ordinal) => counts[ordinal] === new Set(terms).size)
  if (terms.length === 1) return new Set(withAll)
  const checked = listBestOrdinals(memory, withAll, MAX_PHRASE_CHECKS)
  const texts = readTexts(database, memory, checked)
  return new Set(
    checked.filter((ordinal) => {
      const title = getSummary(database, memory.numbers[ordinal] as KbNumber)?.title ?? ''
      return hasPhrase(title, terms) || hasPhrase(texts.get(ordinal) ?? '', terms)
    }),
  )
}

/** For each ordinal, how many of the terms its article has, as far as all before it are there as well. */
function countTerms(database: IndexDatabase, memory: SearchMemory, terms: readonly string[]): Uint8Array {
  const counts = new Uint8Array(memory.capacity)
  for (const [place, term] of terms.entries()) {
    for (const ordinal of readPostings(database, memory, [term]).ordinals) {
      if (counts[ordinal] === place) counts[ordinal] = place + 1
    }
  }
  return counts
}
