import type { Paste, QuotedSignature } from '@/lib/check/parse-paste'
import { locateTerms, quoteTerms } from '@/lib/check/quote-terms'
import type { ArticleMatch, FoundSignature, MatchReason, PasteVerdict } from '@/lib/check/verdict'
import { describeSignature, type SignatureDescription } from '@/lib/kb/describe-signature'
import type { KbNumber } from '@/lib/kb/kb-number'
import { countArticles } from '@/lib/kb-index/collection'
import { listMatchedTerms } from '@/lib/kb-index/matched-terms'
import type { IndexDatabase } from '@/lib/kb-index/open'
import { listSignatureMatches, type SignatureMatch } from '@/lib/kb-index/signature-matches'
import { findSimilarArticles } from '@/lib/kb-index/similar-articles'
import { listStandings } from '@/lib/kb-index/standings'

/** How many articles are shown. */
const MAX_ARTICLES = 10
/** How many signatures are looked up: a log may hold hundreds. */
const MAX_SIGNATURES = 60
/** What stands in for a signature counts less: an event of any source, the Windows error inside of a code. */
const STAND_IN_SHARE = 0.4
/** An article whose number the text names counts as much as one with a signature that few others have. */
const NAMED_SCORE = 12

/** How many articles the words of the text may add. */
const MAX_SIMILAR = 30
/** How the score of words counts beside that of signatures. */
const SIMILAR_WEIGHT = 1
/** An article that has less of the weight of the text's rare words has little to do with it. */
const MIN_COVERAGE = 0.15
/** A short text may have fewer, if the collection knows half of its words. */
const MIN_TERMS = 5
/** The share of the best score below which words in common say nothing. */
const LEAST_SHARE = 0.25
/** How many words in common are named. */
const MAX_WORDS = 6

/** Finds the articles about what the text says, best first, and the signatures by which they were found. */
export function matchArticles(index: IndexDatabase, paste: Paste): Pick<PasteVerdict, 'signatures' | 'articles'> {
  const sought = paste.signatures.slice(0, MAX_SIGNATURES).map((found) => ({ found, ...describeSignature(found) }))
  const known = listSignatureMatches(
    index,
    sought.flatMap(({ found, related }) => [
      found.id,
      found.broader ?? '',
      ...related.map(({ signature }) => signature.id),
    ]),
  )
  const candidates = new Map<KbNumber, Candidate>()
  for (const { number, isBare, quote } of paste.named) {
    if (!isBare) add(candidates, number, NAMED_SCORE, { kind: 'named', label: 'Named in the text', quote })
  }
  const total = countArticles(index)
  for (const { found, related } of sought) {
    const { quote } = found
    addMatches(candidates, known.get(found.id), { quote, share: 1, total })
    for (const id of [found.broader ?? '', ...related.map(({ signature }) => signature.id)]) {
      addMatches(candidates, known.get(id), { quote, share: STAND_IN_SHARE, total })
    }
  }
  addSimilar(index, candidates, paste)
  return {
    signatures: sought.flatMap((signature) =>
      listFound(signature, known, new Set(paste.signatures.map(({ id }) => id))),
    ),
    articles: listBest(index, candidates),
  }
}

/** Adds what the rarest words of the text find. A text of which the collection knows next to no word resembles nothing. */
function addSimilar(index: IndexDatabase, candidates: Map<KbNumber, Candidate>, { problemText, text }: Paste): void {
  const wordCount = countWords(problemText)
  // Numbers alone are words of nothing.
  if (wordCount === 0) return
  const similar = findSimilarArticles(index, problemText, MAX_SIMILAR)
  const terms = similar[0]?.terms ?? []
  if (terms.length < Math.min(MIN_TERMS, wordCount / 2)) return
  const shown = similar.filter(({ coverage }) => coverage >= MIN_COVERAGE)
  const matched = listMatchedTerms(
    index,
    terms,
    shown.map(({ number }) => number),
  )
  const places = locateTerms(text, terms)
  for (const { number, score } of shown) {
    const { words, quote } = quoteTerms(places, matched.get(number) ?? [])
    if (words.length === 0) continue
    const label = `Words in common: ${words.slice(0, MAX_WORDS).join(', ')}`
    add(candidates, number, SIMILAR_WEIGHT * score, { kind: 'words', label, quote })
  }
}

function countWords(text: string): number {
  return new Set(text.toLowerCase().match(/\p{L}{2,}/gu)).size
}

interface Candidate {
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

/** The fewer articles mention a signature, the more it says. */
function addMatches(
  candidates: Map<KbNumber, Candidate>,
  match: SignatureMatch | undefined,
  { quote, share, total }: { quote: string; share: number; total: number },
): void {
  if (!match) return
  const score = share * Math.log(1 + total / match.articleCount)
  const reason: MatchReason = { kind: 'signature', label: match.label, quote }
  for (const number of match.numbers) add(candidates, number, score, reason)
}

/** The same words of the paste are one reason, however many signatures they hold. */
function add(candidates: Map<KbNumber, Candidate>, number: KbNumber, score: number, reason: MatchReason): void {
  const known = candidates.get(number) ?? { score: 0, reasons: [] }
  const isNew = reason.kind === 'words' || !known.reasons.some(({ quote }) => quote === reason.quote)
  candidates.set(number, {
    score: known.score + score,
    reasons: isNew ? [...known.reasons, reason] : known.reasons,
  })
}

/** Of equals the one that the text has first is first. What only shares words is left out where others match far better. */
function listBest(index: IndexDatabase, candidates: ReadonlyMap<KbNumber, Candidate>): ArticleMatch[] {
  const ranked = [...candidates].sort(([, one], [, other]) => other.score - one.score)
  const least = (ranked[0]?.[1].score ?? 0) * LEAST_SHARE
  const best = ranked
    .filter(([, { score, reasons }]) => score >= least || reasons.some(({ kind }) => kind !== 'words'))
    .slice(0, 2 * MAX_ARTICLES)
  const standings = listStandings(
    index,
    best.map(([number]) => number),
  )
  return best
    .flatMap(([number, { reasons }]) => {
      const article = standings.get(number)?.summary
      return article ? [{ article, reasons }] : []
    })
    .slice(0, MAX_ARTICLES)
}

/** A signature, and what means the same where articles mention that: of error 1603 the code 0x80070643. */
function listFound(
  { found, names, spellings, related }: SignatureDescription & { readonly found: QuotedSignature },
  known: ReadonlyMap<string, SignatureMatch>,
  present: ReadonlySet<string>,
): FoundSignature[] {
  const { id, kind, label, quote } = found
  // Any text names files; one that no article names says nothing.
  if (kind === 'file' && !known.has(id)) return []
  const own = { id, label, quote, meanings: [...names.slice(0, 1), ...spellings.slice(0, 1)] }
  const derived = related.flatMap(({ signature, reason }): FoundSignature[] => {
    const match = known.get(signature.id)
    if (!match || present.has(signature.id)) return []
    return [{ id: match.id, label: match.label, quote, meanings: [reason], articleCount: match.articleCount }]
  })
  return [{ ...own, articleCount: known.get(id)?.articleCount ?? 0 }, ...derived]
}
