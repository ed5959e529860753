import { NumberTag } from '@/components/article/number-tag'
import { CountText } from '@/components/ui/count-text'
import type { CitingQuote, WantedEntry } from '@/lib/kb/articles/wanted'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'
import { CitationDates } from './citation-dates'

/** Missing articles, most cited first, with a few of the sentences that cite each. */
export function WantedEntryList({ entries, start }: { entries: readonly WantedEntry[]; start: number }) {
  return (
    <ol start={start} className="m-0 max-w-[60rem] list-none border-t border-line p-0">
      {entries.map((entry) => (
        <Entry key={entry.number} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry }: { entry: WantedEntry }) {
  const { number, title, citationCount, quotes } = entry
  return (
    <li className="article-row gap-y-1.5 border-b border-line py-4 md:gap-x-6">
      <NumberTag number={number} />
      <div className="min-w-0 space-y-2">
        <h2 className="text-base font-semibold leading-snug">
          <a href={articleUrl(number)} className="quiet-link">
            {title ?? `${formatKbNumber(number)} (title unknown)`}
          </a>
        </h2>
        {quotes.map((quote) => (
          <Quote key={quote.context} quote={quote} isTitle={isTitle(quote.context, title)} />
        ))}
      </div>
      <p className="text-sm text-muted sm:text-right">
        cited by{' '}
        <a href={articleUrl(number)} className="font-semibold">
          <CountText count={citationCount} noun="article" />
          <span className="sr-only">: all citations of {formatKbNumber(number)}</span>
        </a>
        <span className="ml-2 sm:ml-0 sm:block">
          <CitationDates {...entry} form="short" />
        </span>
      </p>
    </li>
  )
}

interface QuoteProps {
  readonly quote: CitingQuote
  /** The heading above shows the same words. */
  readonly isTitle: boolean
}

function Quote({ quote: { context, sources, sourceCount }, isTitle }: QuoteProps) {
  const [source] = sources
  return (
    <figure className="text-[0.9375rem] text-muted">
      {!isTitle && (
        <blockquote className="line-clamp-3 border-l-3 border-line pl-3.5 [overflow-wrap:anywhere]">
          {context}
        </blockquote>
      )}
      {source && (
        <figcaption className={`text-sm ${isTitle ? '' : 'pl-[1.0625rem]'}`}>
          {isTitle && 'Listed in '}
          <a href={articleUrl(source.number)} className="text-muted">
            {formatKbNumber(source.number)}
          </a>
          {sourceCount > 1 && ` and ${sourceCount - 1} more`}
        </figcaption>
      )}
    </figure>
  )
}

/** A quote from a list of references has nothing but the number and the title. */
function isTitle(context: string, title = ''): boolean {
  return context.replace(/^(?:KB|Q)?\d+/i, '').trim() === title
}
