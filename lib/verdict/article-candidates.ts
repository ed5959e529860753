import type { SharedPhrases } from '@/lib/check/shared-phrases'
import { PastePhrases } from '@/lib/check/shared-phrases'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { countArticles } from '@/lib/kb-index/file/collection'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { readTexts } from '@/lib/kb-index/search/texts'
import { readWordRarities } from '@/lib/kb-index/search/word-rarities'

const MAX_ARTICLES = 10
/** How many of the best articles are compared with the text phrase by phrase, which is slow. */
const MAX_COMPARED = 30
/** An article with every phrase of the text has its score multiplied by one more than this. */
const PHRASE_SHARE = 1
/** Of what the best row of words tells, this share is added to the score. */
const PHRASE_WEIGHT = 0.5
/**
 * What an article has to share with the text where no signature leads to it by itself: words in a row, and signatures that tell
 * something only with others, that by chance one article in half a million would have (e to the 13th). Collections of any size are
 * measured alike: where there are 62 articles, the rarest word counts no more than 4.
 */
const MIN_EVIDENCE = 13
/** More than this share of the articles is not few: their common words are a saying of a program. */
const FEW_SHARE = 0.001
/** More than that a saying of a program never tells. */
const MAX_SAYING = 8
/** A row of words that only few articles have and that tells so much is as certain as the number of an event. */
const CERTAIN_PHRASE = 20
/** However rare it is, a file or a number of a program that is not known never suffices. */
const MAX_PART = 7

/** Why an article is a candidate. */
export interface CandidateReason {
  readonly label: string
  /** The signature that it shares. */
  readonly signature?: string
  /** What the signature tells with others, as the logarithm of one article in so many; without it, it leads there alone. */
  readonly part?: number
}

/** An article that matches, with what it shares. */
export interface Lead {
  readonly number: KbNumber
  readonly reasons: readonly CandidateReason[]
  /** The row of words that it shares, if that tells something. */
  readonly phrase?: { readonly body: string; readonly start: number; readonly end: number }
}

/** Collects the articles that may match a text, each with its score and its reasons. */
export class ArticleCandidates {
  readonly #candidates = new Map<KbNumber, Candidate>()

  /** Adds to an article's score. */
  add(number: KbNumber, score: number, reason?: CandidateReason): void {
    const known = this.#candidates.get(number) ?? { score: 0, reasons: [], isCertain: false }
    this.#candidates.set(number, {
      score: known.score + score,
      reasons: reason ? [...known.reasons, reason] : known.reasons,
      isCertain: known.isCertain || (reason !== undefined && reason.part === undefined),
    })
  }

  /** Lists the best articles of which something tells that they match. Those that a signature leads to come first. */
  listBest(index: IndexDatabase, text: string): Lead[] {
    const ranked = [...this.#candidates].sort(([, one], [, other]) => compare(one, other)).slice(0, MAX_COMPARED)
    const { rarities, countTogether } = readWordRarities(index, text)
    const phrases = new PastePhrases(text, rarities)
    const fewArticles = Math.max(1, countArticles(index) * FEW_SHARE)
    const texts = readTexts(
      index,
      ranked.map(([number]) => number),
    )
    return ranked
      .map(([number, candidate]) => {
        const body = texts.get(number)?.body ?? ''
        const shared = phrases.compare(body)
        // Many articles quote nearly the same event. Shared phrases tell them apart.
        const score = candidate.score * (1 + PHRASE_SHARE * shared.share) + PHRASE_WEIGHT * (shared.best?.weight ?? 0)
        const isFew = shared.best !== undefined && countTogether(shared.best.words) <= fewArticles
        const isCertain = candidate.isCertain || (isFew && (shared.best?.weight ?? 0) >= CERTAIN_PHRASE)
        return { number, ...candidate, isCertain, score, body, best: shared.best, isFew }
      })
      .filter(isLead)
      .sort(compare)
      .slice(0, MAX_ARTICLES)
      .map(({ number, reasons, body, best }) => ({ number, reasons, phrase: best && { ...best, body } }))
  }
}

interface Candidate {
  readonly score: number
  readonly reasons: readonly CandidateReason[]
  /** The text names the article, or a signature or a whole message leads there by itself. */
  readonly isCertain: boolean
}

function compare(one: Candidate, other: Candidate): number {
  return Number(other.isCertain) - Number(one.isCertain) || other.score - one.score
}

function isLead(candidate: Candidate & Pick<SharedPhrases, 'best'> & { readonly isFew: boolean }): boolean {
  const { isCertain, reasons, best, isFew } = candidate
  if (isCertain) return true
  const parts = reasons.reduce((sum, { part = 0 }) => sum + Math.min(part, MAX_PART), 0)
  const words = Math.min(best?.weight ?? 0, isFew ? Number.POSITIVE_INFINITY : MAX_SAYING)
  return parts + words >= MIN_EVIDENCE
}
