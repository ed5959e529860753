import { listPhrases, shareOfPhrases } from '@/lib/check/shared-phrases'
import type { ArticleMatch, MatchReason } from '@/lib/check/verdict'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listStandings } from '@/lib/kb-index/read/standings'
import { readBodies } from '@/lib/kb-index/search/article-bodies'

/** How many articles are shown. */
const MAX_ARTICLES = 10
/** So many of the best are compared with the text by what stands in a row. */
const MAX_COMPARED = 20
/** How much the score grows when an article has every phrase of the text. */
const PHRASE_SHARE = 1
/** The share of the best score below which words in common say nothing. */
const LEAST_SHARE = 0.25

/** Articles that match a text, each with its score and the reasons for it, in the order in which they were found. */
export class ArticleCandidates {
  readonly #candidates = new Map<KbNumber, Candidate>()

  /** Adds to an article's score. The same words of the paste are one reason, however many signatures they hold. */
  add(number: KbNumber, score: number, reason: MatchReason): void {
    const known = this.#candidates.get(number) ?? { score: 0, reasons: [] }
    const isNew = reason.kind === 'words' || !known.reasons.some(({ quote }) => quote === reason.quote)
    this.#candidates.set(number, {
      score: known.score + score,
      reasons: isNew ? [...known.reasons, reason] : known.reasons,
    })
  }

  /**
   * Lists the best, at most `MAX_ARTICLES`; of equals the one that the text has first is first. What only shares words is left
   * out where others match far better.
   */
  listBest(index: IndexDatabase, text: string): ArticleMatch[] {
    const compared = this.#compare(index, text)
    const least = (compared[0]?.score ?? 0) * LEAST_SHARE
    const best = compared.filter(({ score, reasons }) => score >= least || reasons.some(({ kind }) => kind !== 'words'))
    const standings = listStandings(
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

  /** Many articles quote nearly the same entry; what their texts have in a row tells them apart. */
  #compare(index: IndexDatabase, text: string) {
    const ranked = [...this.#candidates].sort(([, one], [, other]) => other.score - one.score).slice(0, MAX_COMPARED)
    const phrases = listPhrases(text)
    const bodies = readBodies(
      index,
      ranked.map(([number]) => number),
    )
    return ranked
      .map(([number, { score, reasons }]) => {
        const share = shareOfPhrases(phrases, bodies.get(number) ?? '')
        return { number, reasons, score: score * (1 + PHRASE_SHARE * share) }
      })
      .sort((one, other) => other.score - one.score)
  }
}

interface Candidate {
  readonly score: number
  readonly reasons: readonly MatchReason[]
}
