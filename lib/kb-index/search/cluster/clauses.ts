import { listExactWords } from '@/lib/kb/search/terms'
import { fieldOfTerm } from './mapping'

/** A piece of a query in the language of the cluster. */
export type Clause = Readonly<Record<string, unknown>>

export const EVERYTHING: Clause = { match_all: {} }
export const NOTHING: Clause = { match_none: {} }

/** The articles with a term, scored by its impact times `step`. */
export function impactOf(term: string, step: number): Clause {
  return { rank_feature: { field: fieldOfTerm(term), linear: {}, boost: step } }
}

export function termOf(term: string): Clause {
  return impactOf(term, 1)
}

export function constant(filter: Clause, score: number): Clause {
  return { constant_score: { filter, boost: score } }
}

export function allOf(filter: readonly Clause[]): Clause {
  return filter.length === 1 && filter[0] ? filter[0] : { bool: { filter } }
}

export function anyOf(should: readonly Clause[]): Clause {
  if (should.length === 0) return NOTHING
  return should.length === 1 && should[0] ? should[0] : { bool: { should, minimum_should_match: 1 } }
}

/** The articles that have the words of a phrase one after the other in the title or the text, exactly as they are written. */
export function phrase(text: string): Clause {
  const words = listExactWords(text)
  return words.length === 0 ? NOTHING : { match_phrase: { words: words.join(' ') } }
}
