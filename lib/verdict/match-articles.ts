import { getLeadStrength } from '@/lib/check/lead-strength'
import type { Paste, QuotedSignature } from '@/lib/check/parse-paste'
import type { FoundSignature, PasteVerdict } from '@/lib/check/verdict'
import type { SearchEngine } from '@/lib/kb/search/search-engine'
import { describeSignature, type SignatureDescription } from '@/lib/kb/signatures/describe-signature'
import { countArticles } from '@/lib/kb-index/file/collection'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listEventsOfNumber, listSignatureMatches, type SignatureMatch } from '@/lib/kb-index/read/signature-matches'
import { ArticleCandidates } from './article-candidates'
import { explainLeads } from './explain-leads'

/** A log may contain hundreds of signatures. */
const MAX_SIGNATURES = 60
/** What only means the same counts less, such as the Windows error inside a code. */
const RELATED_SHARE = 0.4
/** An article whose number the text mentions scores like one with a rare signature. */
const NAMED_SCORE = 12
/** A text with more files is a list of what runs or is loaded, and none of them tells anything. */
const MAX_FILES = 5
/** So many events of sources that no article names are compared with others of their numbers. */
const MAX_UNKNOWN = 10
/** How many articles are found by their words, to be compared phrase by phrase. */
const MAX_SIMILAR = 30

/** Finds the articles about a text, best first, and the signatures that led to them. */
export async function matchArticles(
  index: IndexDatabase,
  paste: Paste,
  engine: SearchEngine<IndexDatabase>,
): Promise<Pick<PasteVerdict, 'signatures' | 'articles'>> {
  const described = paste.signatures.slice(0, MAX_SIGNATURES).map((found) => ({ found, ...describeSignature(found) }))
  const known = listSignatureMatches(
    index,
    described.flatMap(({ found, related }) => [found.id, ...related.map(({ signature }) => signature.id)]),
  )
  const candidates = new ArticleCandidates()
  for (const { number, isBare } of paste.named) {
    if (!isBare) candidates.add(number, NAMED_SCORE, { label: 'Mentioned in your text' })
  }
  const total = countArticles(index)
  const isList = described.filter(({ found }) => found.kind === 'file').length > MAX_FILES
  const problemText = paste.problemText.toLowerCase()
  for (const { found, related } of described) {
    // A file in a list or a table of files is none that the text speaks of.
    if (found.kind === 'file' && (isList || !problemText.includes(found.id.split(' ')[0] ?? ''))) continue
    addMatches(candidates, known.get(found.id), { strength: getLeadStrength(found), total })
    for (const { signature } of related) addRelated(candidates, known.get(signature.id), total)
  }
  addSourcesAlike(index, candidates, { total, unknown: paste.signatures.filter(({ id }) => !known.has(id)) })
  const similar = await findSimilar(index, engine, paste.problemText)
  for (const { number, score } of similar) candidates.add(number, score)
  const present = new Set(paste.signatures.map(({ id }) => id))
  return {
    signatures: described.flatMap((signature) => listFound(signature, known, present)),
    articles: explainLeads(index, candidates.listBest(index, paste.problemText), paste),
  }
}

interface DescribedSignature extends SignatureDescription {
  readonly found: QuotedSignature
}

/** Finds the articles that share the rarest words of the text. Only the phrases that they share can make them leads. */
async function findSimilar(index: IndexDatabase, engine: SearchEngine<IndexDatabase>, problemText: string) {
  // Numbers alone resemble nothing.
  if (!/\p{L}{2}/u.test(problemText)) return []
  return (await engine.findSimilar(index, problemText, MAX_SIMILAR)).articles
}

/** The fewer articles mention a signature, the more each of them scores. */
function addMatches(
  candidates: ArticleCandidates,
  match: SignatureMatch | undefined,
  { strength, total }: { strength: ReturnType<typeof getLeadStrength>; total: number },
): void {
  if (!match || strength === 'nothing') return
  const score = Math.log(1 + total / match.articleCount)
  const part = strength === 'alone' ? undefined : Math.log(total / match.articleCount)
  for (const number of match.numbers) candidates.add(number, score, { label: match.label, signature: match.id, part })
}

function addRelated(candidates: ArticleCandidates, match: SignatureMatch | undefined, total: number): void {
  if (!match) return
  const score = RELATED_SHARE * Math.log(1 + total / match.articleCount)
  for (const number of match.numbers)
    candidates.add(number, score, { label: match.label, signature: match.id, part: 0 })
}

/**
 * Adds what articles have of an event whose source none of them names so: the same number of a source with one of its words, such as
 * `MSExchange IMAP4` for `IMAP4`. It leads nowhere by itself.
 */
function addSourcesAlike(
  index: IndexDatabase,
  candidates: ArticleCandidates,
  { unknown, total }: { unknown: readonly QuotedSignature[]; total: number },
): void {
  const alike = unknown.slice(0, MAX_UNKNOWN).flatMap(({ id, broader }) => {
    if (broader === undefined) return []
    const words = listWords(id)
    return listEventsOfNumber(index, broader).filter((other) => listWords(other).some((word) => words.includes(word)))
  })
  for (const match of listSignatureMatches(index, alike).values()) {
    addMatches(candidates, match, { strength: 'with-others', total })
  }
}

/** The words of a source that may tell it from others: `event-7024-service-control-manager` has three. */
function listWords(eventId: string): string[] {
  return eventId
    .split('-')
    .slice(2)
    .filter((word) => word.length >= 3)
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
