import type { QueryPlan } from './query-plan'
import type { Scores } from './score-articles'
import type { SearchIndex } from './search-index'
import { hasPhrase } from './term-matches'
import { readTexts } from './texts'

/** A phrase is looked for in this many of the best articles that have its words; reading more would take too long. */
const MAX_PHRASE_CHECKS = 300

/** Gives those of the articles that have every phrase of a plan and nothing that it excludes. */
export function filterByPhrases(
  index: SearchIndex,
  scores: Scores,
  { phrases, excluded }: QueryPlan,
  ordinals: readonly number[],
): readonly number[] {
  let kept = ordinals
  for (const terms of phrases) {
    const found = findPhrase(index, scores, kept, terms)
    kept = kept.filter((ordinal) => found.has(ordinal))
  }
  for (const terms of excluded) {
    const found = findPhrase(index, scores, kept, terms)
    kept = kept.filter((ordinal) => !found.has(ordinal))
  }
  return kept
}

/** Finds those of the articles that have the terms one after the other. */
function findPhrase(
  index: SearchIndex,
  scores: Scores,
  ordinals: readonly number[],
  terms: readonly string[],
): ReadonlySet<number> {
  const hasAll = new Uint8Array(index.capacity)
  for (const ordinal of index.postingsOf([...new Set(terms)]).ordinals) hasAll[ordinal] = 1
  const withAll = ordinals.filter((ordinal) => hasAll[ordinal] === 1)
  if (terms.length === 1) return new Set(withAll)
  const checked = scores.best(withAll, MAX_PHRASE_CHECKS)
  const texts = readTexts(index.database, index.numbersOf(checked))
  return new Set(
    checked.filter((ordinal) => {
      const text = texts.get(index.numberOf(ordinal))
      return text !== undefined && (hasPhrase(text.title, terms) || hasPhrase(text.body, terms))
    }),
  )
}
