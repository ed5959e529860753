import { NumberTag } from '@/components/article/number-tag'
import { CountText } from '@/components/ui/count-text'
import { formatKbNumber } from '@/lib/kb/kb-number'
import type { CitingQuote, WantedEntry } from '@/lib/kb/wanted'
import { articleUrl } from '@/lib/urls'
import { CitationDates } from './citation-dates'

/** Wanted articles, the most cited first, with a few of the sentences that cite each. */
export function WantedEntryList({ entries, start }: { entries: readonly WantedEntry[]; start: number }) {
  return (
    <ol start={start} className="m-0 max-w-4xl list-none border-t border-line p-0">
      {entries.map((entry) => (
        <Entry key={entry.number} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry: { number, title, citationCount, firstCited, lastCited, quotes } }: { entry: WantedEntry }) {
  const name = formatKbNumber(number)
  return (
    <li className="grid gap-x-3.5 gap-y-1.5 border-b border-line py-4 sm:grid-cols-[5.75rem_minmax(0,1fr)_auto] sm:items-baseline">
      <NumberTag number={number} />
      <h2 className="text-base font-semibold leading-snug">
        <a href={articleUrl(number)} className="quiet-link">
          {title ?? 'Cited without a title'}
        </a>
      </h2>
      <span className="text-sm text-muted sm:text-right">
        cited by{' '}
        <strong className="font-semibold text-ink">
          <CountText count={citationCount} noun="article" />
        </strong>
      </span>
      <div className="min-w-0 space-y-2 text-[0.9375rem] text-muted sm:col-span-2 sm:col-start-2">
        {quotes.map((quote) => (
          <Quote key={quote.context} quote={quote} />
        ))}
        <p className="text-sm">
          <a href={articleUrl(number)}>
            All citations<span className="sr-only"> of {name}</span>
          </a>
          {lastCited && <>, </>}
          <CitationDates firstCited={firstCited} lastCited={lastCited} />
        </p>
      </div>
    </li>
  )
}

function Quote({ quote: { context, sources, sourceCount } }: { quote: CitingQuote }) {
  const [source] = sources
  return (
    <figure>
      <blockquote className="line-clamp-3 border-l-3 border-line pl-3.5 [overflow-wrap:anywhere]">{context}</blockquote>
      {source && (
        <figcaption className="pl-4 text-sm">
          <a href={articleUrl(source.number)} className="text-muted">
            {formatKbNumber(source.number)}
          </a>
          {sourceCount > 1 && ` and ${sourceCount - 1} more`}
        </figcaption>
      )}
    </figure>
  )
}
