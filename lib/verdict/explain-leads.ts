import { markSignature } from '@/lib/check/mark-signature'
import type { Paste } from '@/lib/check/parse-paste'
import { quoteMarked } from '@/lib/check/quote-line'
import { compareSides, type Sides } from '@/lib/check/side-by-side'
import { describeAgreement } from '@/lib/check/stop-parameters'
import type { ArticleMatch, MatchReason } from '@/lib/check/verdict'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listArticlesInLines } from '@/lib/kb-index/read/articles-in-lines'
import { listFixedIn } from '@/lib/kb-index/read/fixed-in'
import { listMentions } from '@/lib/kb-index/read/signature-matches'
import { readTexts } from '@/lib/kb-index/search/texts'
import type { Lead } from './article-candidates'

/** Says of each article why it was found, in its own words. */
export function explainLeads(index: IndexDatabase, leads: readonly Lead[], paste: Paste): ArticleMatch[] {
  const numbers = leads.map(({ number }) => number)
  const standings = listArticlesInLines(index, numbers)
  const mentions = listMentions(
    index,
    leads.flatMap(({ reasons }) => reasons.flatMap(({ signature }) => signature ?? [])),
    [...standings.values()].map(({ summary }) => summary.number),
  )
  const best = leads.find(({ reasons, phrase }) => phrase ?? reasons.some(({ signature }) => signature))?.number
  return leads.flatMap((lead): ArticleMatch[] => {
    const { number, reasons, phrase } = lead
    const article = standings.get(number)?.summary
    if (!article) return []
    const explained = reasons.map(({ label, signature }): MatchReason => {
      if (signature === undefined) return { kind: 'named', label, quote: [] }
      const context = mentions.get(`${signature} ${article.number}`) ?? ''
      const agreement = describeAgreement(signature, paste.text, context)
      return {
        kind: 'signature',
        label: agreement === undefined ? label : `${label}, ${agreement}`,
        quote: markSignature(context, signature),
      }
    })
    const words: MatchReason[] = phrase
      ? [{ kind: 'words', label: 'The same words', quote: quoteMarked(phrase.body, phrase.start, phrase.end) }]
      : []
    const fixedIn = listFixedIn(index, article.number)[0]?.summary
    const sides = number === best ? putBeside(index, lead, { paste, mentions }) : undefined
    return [{ article, fixedIn, reasons: withoutRepeats([...explained, ...words]), sides }]
  })
}

/** The lines of the article that say most, beside the lines of the paste: those of the shared words, or of the first signature. */
function putBeside(
  index: IndexDatabase,
  { number, reasons, phrase }: Lead,
  { paste, mentions }: { paste: Paste; mentions: ReadonlyMap<string, string> },
): Sides | undefined {
  if (phrase) return compareSides(paste.words, phrase.body, phrase)
  const body = readTexts(index, [number]).get(number)?.body ?? ''
  const quotes = reasons.flatMap(({ signature }) => mentions.get(`${signature} ${number}`) ?? [])
  const start = quotes.map((quote) => body.indexOf(quote.slice(0, 60))).find((place) => place !== -1)
  return start === undefined ? undefined : compareSides(paste.words, body, { start, end: start + 60 })
}

/** A sentence that is quoted for two signatures is quoted once. */
function withoutRepeats(reasons: readonly MatchReason[]): MatchReason[] {
  const seen = new Set<string>()
  return reasons.filter(({ quote }) => {
    const text = quote.map((part) => part.text).join('')
    if (text !== '' && seen.has(text)) return false
    seen.add(text)
    return true
  })
}
