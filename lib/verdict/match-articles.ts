import type { Paste, QuotedSignature } from '@/lib/check/parse-paste'
import { locateTerms, quoteTerms } from '@/lib/check/quote-terms'
import type { FoundSignature, MatchReason, PasteVerdict } from '@/lib/check/verdict'
import { describeSignature, type SignatureDescription } from '@/lib/kb/signatures/describe-signature'
import { countArticles } from '@/lib/kb-index/file/collection'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listSignatureMatches, type SignatureMatch } from '@/lib/kb-index/read/signature-matches'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { ArticleCandidates } from './article-candidates'

/** A log may contain hundreds of signatures. */
const MAX_SIGNATURES = 60
/** Alternatives count less: the event without its source, the Windows error inside a code. */
const ALTERNATIVE_SHARE = 0.4
/** An article whose number the text mentions scores like one with a rare signature. */
const NAMED_SCORE = 12

/** How many articles may be found by words alone. */
const MAX_SIMILAR = 30
/** Articles that cover less of the weight of the text's rare words are unrelated. */
const MIN_COVERAGE = 0.15
/** A text needs this many known words, or half of its words if it is shorter. */
const MIN_TERMS = 5
/** How many matching words a reason lists. */
const MAX_WORDS = 6

/** Finds the articles about a text, best first, and the signatures that led to them. */
export async function matchArticles(
  index: IndexDatabase,
  paste: Paste,
): Promise<Pick<PasteVerdict, 'signatures' | 'articles'>> {
  const described = paste.signatures.slice(0, MAX_SIGNATURES).map((found) => ({ found, ...describeSignature(found) }))
  const known = listSignatureMatches(
    index,
    described.flatMap((signature) => [signature.found.id, ...listAlternatives(signature)]),
  )
  const candidates = new ArticleCandidates()
  for (const { number, isBare, quote } of paste.named) {
    if (!isBare) candidates.add(number, NAMED_SCORE, { kind: 'named', label: 'Mentioned in your text', quote })
  }
  const total = countArticles(index)
  for (const signature of described) {
    const { id, quote } = signature.found
    addMatches(candidates, known.get(id), { quote, share: 1, total })
    for (const alternative of listAlternatives(signature)) {
      addMatches(candidates, known.get(alternative), { quote, share: ALTERNATIVE_SHARE, total })
    }
  }
  await addSimilar(index, candidates, paste)
  const present = new Set(paste.signatures.map(({ id }) => id))
  return {
    signatures: described.flatMap((signature) => listFound(signature, known, present)),
    articles: candidates.listBest(index, paste.problemText),
  }
}

interface DescribedSignature extends SignatureDescription {
  readonly found: QuotedSignature
}

/** Lists what may stand in an article instead: an event without its source, other codes for the same error. */
function listAlternatives({ found, related }: DescribedSignature): string[] {
  const ids = related.map(({ signature }) => signature.id)
  return found.broader === undefined ? ids : [found.broader, ...ids]
}

/** Adds the articles that share the rarest words of the text, unless the collection knows too few of its words. */
async function addSimilar(index: IndexDatabase, candidates: ArticleCandidates, { problemText, text }: Paste) {
  const wordCount = countWords(problemText)
  // Numbers alone resemble nothing.
  if (wordCount === 0) return
  const { terms, articles } = await sqliteEngine.findSimilar(index, problemText, MAX_SIMILAR)
  if (terms.length < Math.min(MIN_TERMS, wordCount / 2)) return
  const places = locateTerms(text, terms)
  for (const { number, score, coverage, matchedTerms } of articles) {
    const { words, quote } = quoteTerms(places, matchedTerms)
    if (coverage < MIN_COVERAGE || words.length === 0) continue
    const label = `Matching words: ${words.slice(0, MAX_WORDS).join(', ')}`
    candidates.add(number, score, { kind: 'words', label, quote })
  }
}

function countWords(text: string): number {
  return new Set(text.toLowerCase().match(/\p{L}{2,}/gu)).size
}

/** The fewer articles mention a signature, the more each of them scores. */
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

/** Lists a signature and its known equivalents, such as code 0x80070643 for error 1603. */
function listFound(
  { found, names, spellings, related }: DescribedSignature,
  known: ReadonlyMap<string, SignatureMatch>,
  present: ReadonlySet<string>,
): FoundSignature[] {
  const { id, kind, label, quote } = found
  // Any text mentions files. One that no article mentions is not worth listing.
  if (kind === 'file' && !known.has(id)) return []
  const own = { id, label, quote, meanings: [...names.slice(0, 1), ...spellings.slice(0, 1)] }
  const derived = related.flatMap(({ signature, reason }): FoundSignature[] => {
    const match = known.get(signature.id)
    if (!match || present.has(signature.id)) return []
    return [{ id: match.id, label: match.label, quote, meanings: [reason], articleCount: match.articleCount }]
  })
  return [{ ...own, articleCount: known.get(id)?.articleCount ?? 0 }, ...derived]
}
