import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { articleInSearchUrl, searchUrl } from '@/lib/urls'

/** On wide screens, the results among which the reader found the article stay beside it. */
export function ArrivalList({ results, here }: { results: SearchResults; here: KbNumber }) {
  const { query, items, page, pageCount } = results
  return (
    <nav aria-label="Results" className="hidden min-w-0 xl:block print:hidden">
      <div className="sticky top-[116px] max-h-[calc(100dvh-132px)] overflow-y-auto [scrollbar-width:thin]">
        <h2 className="label mb-2">Results</h2>
        <ol data-list-keys className="m-0 list-none p-0 text-sm leading-snug">
          {items.map(({ article: { number, title } }) => (
            <li key={number} className="border-b border-line">
              <a
                href={articleInSearchUrl(number, query)}
                aria-current={number === here ? 'page' : undefined}
                className="block py-2 pl-2.5 pr-2 text-ink quiet-link aria-[current]:bg-accent-wash aria-[current]:shadow-[inset_2px_0_0_0_var(--color-accent)]"
              >
                <span className="block font-mono text-2xs text-muted">{formatKbNumber(number)}</span>
                <span dir="auto">{title}</span>
              </a>
            </li>
          ))}
        </ol>
        {pageCount > page && (
          <a href={searchUrl({ ...query, page: page + 1 })} className="block py-2 pl-2.5 quiet-link">
            More results
          </a>
        )}
      </div>
    </nav>
  )
}
