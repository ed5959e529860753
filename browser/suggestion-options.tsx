import type { ReactNode } from 'react'
import { StateBadge } from '@/components/article/state-badge'
import { MarkedText } from '@/components/search/marked-text'
import { formatCount } from '@/components/ui/count-text'
import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { markWords } from '@/lib/kb/search/mark-words'
import { parseNumberPrefix } from '@/lib/kb/search/number-prefix'
import type { Suggestions } from '@/lib/kb/search/search-query'
import { articleUrl, productUrl, resultListUrl, signatureUrl } from '@/lib/urls'

/** One line of the list, and where it leads. */
export interface SuggestionOption {
  readonly url: string
  readonly line: ReactNode
}

/** Lists the signature, products and articles that fit what was typed, and last all results. */
export function listOptions(suggestions: Suggestions | undefined, typed: string): readonly SuggestionOption[] {
  if (!suggestions) return []
  const { correctedText: marked = typed, signature, products, articles } = suggestions
  const named = [
    ...(signature ? [{ url: signatureUrl(signature.id), name: signature.label, count: signature.articleCount }] : []),
    ...products.map(({ slug, name, articleCount }) => ({ url: productUrl(slug), name, count: articleCount })),
  ]
  const options: SuggestionOption[] = [
    ...named.map(({ url, name, count }) => ({
      url,
      line: (
        <>
          <Title text={name} marked={marked} />
          <span className="text-sm text-muted">{formatCount(count, 'article')}</span>
        </>
      ),
    })),
    ...articles.map(({ number, title, ...standing }) => ({
      url: articleUrl(number),
      line: (
        <>
          <span className="kb-number">
            <MarkedText parts={markNumber(number, marked)} />
          </span>
          <Title text={title} marked={marked} />
          <StateBadge {...standing} />
        </>
      ),
    })),
  ]
  return [...options, { url: resultListUrl(typed), line: <AllResults typed={typed} isOnly={options.length === 0} /> }]
}

/** On a phone the title has a line of its own. */
function Title({ text, marked }: { text: string; marked: string }) {
  return (
    <span className="order-last line-clamp-2 w-full min-w-0 md:order-none md:w-auto md:flex-1">
      <MarkedText parts={markWords(text, marked)} />
    </span>
  )
}

function AllResults({ typed, isOnly }: { typed: string; isOnly: boolean }) {
  return (
    <span className="line-clamp-1 min-w-0 text-accent">
      {isOnly ? 'Search for' : 'All results for'} “<bdi>{typed}</bdi>”
    </span>
  )
}

/** Marks typed digits at the start of the number, with its letters or without. */
function markNumber(number: KbNumber, text: string) {
  const digits = parseNumberPrefix(text.trim()) ?? ''
  return markWords(formatKbNumber(number), hasKbNumber(number) && String(number).startsWith(digits) ? digits : '')
}
