import type { Paste, QuotedSignature } from '@/lib/check/parse-paste'
import { locateTerms, quoteTerms } from '@/lib/check/quote-terms'
import type { FoundSignature, MatchReason, PasteVerdict } from '@/lib/check/verdict'
import { describeSignature, type SignatureDescription } from '@/lib/kb/signatures/describe-signature'
import { countArticles } from '@/lib/kb-index/file/collection'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listSignatureMatches, type SignatureMatch } from '@/lib/kb-index/read/signature-matches'
import { listMatchedTerms } from '@/lib/kb-index/search/matched-terms'
import { findSimilarArticles } from '@/lib/kb-index/search/similar-articles'
import { ArticleCandidates } from './article-candidates'

/** How many signatures are looked up: a log may hold hundreds. */
const MAX_SIGNATURES = 60
/** What stands in for a signature counts less: an event of any source, the Windows error inside of a code. */
const STAND_IN_SHARE = 0.4
/** An article whose number the text names counts as much as one with a signature that few others have. */
const NAMED_SCORE = 12

/** How many articles the words of the text may add. */
const MAX_SIMILAR = 30
/** An article that has less of the weight of the text's rare words has little to do with it. */
const MIN_COVERAGE = 0.15
/** A short text may have fewer, if the collection knows half of its words. */
const MIN_TERMS = 5
/** How many words in common are named. */
const MAX_WORDS = 6

/** Finds the articles about what the text says, best first, and the signatures by which they were found. */
export function matchArticles(index: IndexDatabase, paste: Paste): Pick<PasteVerdict, 'signatures' | 'articles'> {
  const sought = paste.signatures.slice(0, MAX_SIGNATURES).map((found) => ({ found, ...describeSignature(found) }))
  const known = listSignatureMatches(
    index,
    sought.flatMap((signature) => [signature.found.id, ...listStandIns(signature)]),
  )
  const candidates = new ArticleCandidates()
  for (const { number, isBare, quote } of paste.named) {
    if (!isBare) candidates.add(number, NAMED_SCORE, { kind: 'named', label: 'Mentioned in your text', quote })
  }
  const total = countArticles(index)
  for (const signature of sought) {
    const { id, quote } = signature.found
    addMatches(candidates, known.get(id), { quote, share: 1, total })
    for (const standIn of listStandIns(signature)) {
      addMatches(candidates, known.get(standIn), { quote, share: STAND_IN_SHARE, total })
    }
  }
  addSimilar(index, candidates, paste)
  const present = new Set(paste.signatures.map(({ id }) => id))
  return {
    signatures: sought.flatMap((signature) => listFound(signature, known, present)),
    articles: candidates.listBest(index, paste.problemText),
  }
}

interface SoughtSignature extends SignatureDescription {
  readonly found: QuotedSignature
}

/** An event without its source, and what means the same as a code. */
function listStandIns({ found, related }: SoughtSignature): string[] {
  const ids = related.map(({ signature }) => signature.id)
  return found.broader === undefined ? ids : [found.broader, ...ids]
}

/** Adds what the rarest words of the text find. A text of which the collection knows next to no word resembles nothing. */
function addSimilar(index: IndexDatabase, candidates: ArticleCandidates, { problemText, text }: Paste): void {
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
    const label = `Matching words: ${words.slice(0, MAX_WORDS).join(', ')}`
    candidates.add(number, score, { kind: 'words', label, quote })
  }
}

function countWords(text: string): number {
  return new Set(text.toLowerCase().match(/\p{L}{2,}/gu)).size
}

/** The fewer articles mention a signature, the more it says. */
function addMatches(
  candidates: ArticleCandidates,
  match: SignatureMatch | undefined,
  { quote, share, total }: { quote: string; share: number; total: number },
): void {
  if (!match) return
  const score = share * Math.log(1 + total / match.articleCount)
  const reason: MatchReason = { kind: 'signature', label: match.label, quote }
  for (const number of match.numbers) candidates.add(number, score, reason)
}

/** A signature, and what means the same where articles mention that: of error 1603 the code 0x80070643. */
function listFound(
  { found, names, spellings, related }: SoughtSignature,
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
