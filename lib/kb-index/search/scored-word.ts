import type { Postings } from './posting-list'

/** A word of a query, with everything that may stand for it. `Mentions` are the articles of a signature, as an engine takes them. */
export interface ScoredWord<Mentions = Postings> {
  readonly alternatives: readonly Alternative<Mentions>[]
  /** How much it counts against the others; 1 for a word as typed. */
  readonly weight: number
  /** It only adds to the score of a hit; an article without it lacks nothing. */
  readonly isExtra: boolean
}

/** Terms that stand for a word if an article has all of them. */
export interface Alternative<Mentions = Postings> {
  readonly terms: readonly string[]
  /** The articles that mention a signature, however they write it; it counts like a name. */
  readonly articles?: Mentions
  /** A synonym as the table writes it. */
  readonly text?: string
  /** Another name of the same thing: its terms count only where they stand one after the other. */
  readonly isName?: boolean
  /** From 0 to 1; 1 for the word itself. */
  readonly weight: number
}

/** Makes a word of a term, for which `others` may stand as well. */
export function termToWord<Mentions = Postings>(
  term: string,
  others: readonly Alternative<Mentions>[] = [],
): ScoredWord<Mentions> {
  return { alternatives: [{ terms: [term], weight: 1 }, ...others], weight: 1, isExtra: false }
}

/** Below 1, so that one rare word does not outweigh all others. Tuned on bench/relevance. */
const RARITY_POWER = 0.75

/** Gives how distinctive a term is: the fewer of all articles have it, the more. */
export function countToRarity(count: number, articleCount: number): number {
  return Math.log(1 + (articleCount - count + 0.5) / (count + 0.5)) ** RARITY_POWER
}

/** What each doubling of the citations adds: what others refer to is what most readers look for. Tuned on bench/relevance. */
const CITATION_SHARE = 0.04

/** Gives by how much the score of an article grows that so many articles cite. */
export function countToCitationFactor(citations: number): number {
  return 1 + CITATION_SHARE * Math.log2(1 + citations)
}
