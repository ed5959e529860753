import { markSignature } from '@/lib/check/mark-signature'
import type { Paste } from '@/lib/check/parse-paste'
import { quoteMarked } from '@/lib/check/quote-line'
import { describeAgreement } from '@/lib/check/stop-parameters'
import type { ArticleMatch, MatchReason } from '@/lib/check/verdict'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listArticlesInLines } from '@/lib/kb-index/read/articles-in-lines'
import { listFixedIn } from '@/lib/kb-index/read/fixed-in'
import { listMentions } from '@/lib/kb-index/read/signature-matches'
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
  return leads.flatMap(({ number, reasons, phrase }): ArticleMatch[] => {
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
    return [{ article, fixedIn, reasons: withoutRepeats([...explained, ...words]) }]
  })
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
