import { listPhrases, shareOfPhrases } from '@/lib/check/shared-phrases'
import type { ArticleMatch, MatchReason } from '@/lib/check/verdict'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listArticlesInLines } from '@/lib/kb-index/read/articles-in-lines'
import { readTexts } from '@/lib/kb-index/search/texts'

const MAX_ARTICLES = 10
/** How many of the best articles are compared with the text phrase by phrase, which is slow. */
const MAX_COMPARED = 20
/** An article with every phrase of the text has its score multiplied by one more than this. */
const PHRASE_SHARE = 1
/** Below this share of the best score, matching words prove nothing. */
const MIN_SHARE = 0.25

/** Collects the articles that match a text, each with its score and its reasons. */
export class ArticleCandidates {
  readonly #candidates = new Map<KbNumber, Candidate>()

  /** Adds to an article's score. Signatures with the same quotation from the paste are one reason. */
  add(number: KbNumber, score: number, reason: MatchReason): void {
    const known = this.#candidates.get(number) ?? { score: 0, reasons: [] }
    const isNew = reason.kind === 'words' || !known.reasons.some(({ quote }) => quote === reason.quote)
    this.#candidates.set(number, {
      score: known.score + score,
      reasons: isNew ? [...known.reasons, reason] : known.reasons,
    })
  }

  /**
   * Lists the best articles; equal ones keep the order of the text. An article with nothing but matching words is left out where
   * others match far better.
   */
  listBest(index: IndexDatabase, text: string): ArticleMatch[] {
    const compared = this.#compare(index, text)
    const minScore = (compared[0]?.score ?? 0) * MIN_SHARE
    const best = compared.filter(
      ({ score, reasons }) => score >= minScore || reasons.some(({ kind }) => kind !== 'words'),
    )
    const standings = listArticlesInLines(
      index,
      best.map(({ number }) => number),
    )
    return best
      .flatMap(({ number, reasons }) => {
        const article = standings.get(number)?.summary
        return article ? [{ article, reasons }] : []
      })
      .slice(0, MAX_ARTICLES)
  }

  /** Many articles quote nearly the same event. Shared phrases tell them apart. */
  #compare(index: IndexDatabase, text: string) {
    const ranked = [...this.#candidates].sort(([, one], [, other]) => other.score - one.score).slice(0, MAX_COMPARED)
    const phrases = listPhrases(text)
    const texts = readTexts(
      index,
      ranked.map(([number]) => number),
    )
    return ranked
      .map(([number, { score, reasons }]) => {
        const share = shareOfPhrases(phrases, texts.get(number)?.body ?? '')
        return { number, reasons, score: score * (1 + PHRASE_SHARE * share) }
      })
      .sort((one, other) => other.score - one.score)
  }
}

interface Candidate {
  readonly score: number
  readonly reasons: readonly MatchReason[]
}
