import type { ReactNode } from 'react'
import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import type { SearchQuery, SearchResults } from '@/lib/kb/search/search-query'
import { QuotedTexts } from './quoted-texts'
import { SearchHints } from './search-hints'
import { listWiderSearches } from './wider-searches'

/** Says how a search without results was read, and offers wider ones. */
export function NoResults({ results: { query, missingNumber } }: { results: SearchResults }) {
  return (
    <>
      {missingNumber === undefined && <p className="mb-5 max-w-measure [overflow-wrap:anywhere]">{describe(query)}</p>}
      <SearchHints title="No results. You could try">
        {listWiderSearches(query).map(({ url, text }) => (
          <li key={url}>
            <a href={url}>{text}</a>
          </li>
        ))}
        {missingNumber === undefined && <li>fewer or more distinctive words</li>}
      </SearchHints>
    </>
  )
}

function describe(query: SearchQuery): ReactNode {
  const texts = [...query.phrases, ...query.words]
  if (texts.length === 0) return 'Type at least one word or number.'
  const isNarrowed = FILTER_NAMES.some((name) => query[name] !== undefined)
  return (
    <>
      {isNarrowed ? 'Nothing matches ' : 'No article contains '}
      <QuotedTexts texts={isNarrowed ? [texts.join(' ')] : texts} />
      {query.excluded.length > 0 && (
        <>
          {' '}
          without <QuotedTexts texts={query.excluded} />
        </>
      )}
      {isNarrowed && ' with these filters'}.
    </>
  )
}
