import type { ReactNode } from 'react'
import { FILTER_NAMES, type FilterName } from '@/lib/kb/search/search-filters'
import type { SearchQuery, SearchResults } from '@/lib/kb/search/search-query'
import { withoutExcluded } from '@/lib/kb/search/search-words'
import { narrowedSearchUrl, searchUrl } from '@/lib/urls'
import { SearchHints } from './search-hints'

/** What a search was understood to ask when nothing was found, and what each step back would be. */
export function NoResults({ results }: { results: SearchResults }) {
  const { query, missingNumber } = results
  const chosen = FILTER_NAMES.filter((name) => query[name] !== undefined)
  return (
    <>
      {missingNumber === undefined && (
        <p className="mb-5 max-w-measure [overflow-wrap:anywhere]">{describe(query, chosen.length > 0)}</p>
      )}
      <SearchHints title="Nothing was found. Try">
        {chosen.map((name) => (
          <li key={name}>
            <a href={narrowedSearchUrl(query, name)}>the same search {WITHOUT[name]}</a>
          </li>
        ))}
        {chosen.length > 1 && (
          <li>
            <a href={searchUrl({ text: [...query.phrases.map((phrase) => `"${phrase}"`), ...query.words].join(' ') })}>
              the same words in all articles
            </a>
          </li>
        )}
        {query.excluded.length > 0 && (
          <li>
            <a href={searchUrl({ ...query, text: withoutExcluded(query.text), page: 1 })}>
              the same search with <Quoted texts={query.excluded} />
            </a>
          </li>
        )}
        {query.phrases.length > 0 && (
          <li>
            <a href={searchUrl({ ...query, text: query.text.replace(/["“”„]/g, ''), page: 1 })}>
              the words without the quotation marks, in any order
            </a>
          </li>
        )}
        {query.isVerbatim && (
          <li>
            <a href={searchUrl({ ...query, isVerbatim: false, page: 1 })}>
              the same search with typing errors repaired
            </a>
          </li>
        )}
        {missingNumber === undefined && <li>fewer words, or only the rarest of them</li>}
      </SearchHints>
    </>
  )
}

const WITHOUT: Readonly<Record<FilterName, string>> = {
  product: 'in all products',
  kind: 'in articles of every kind',
  state: 'in articles of any state',
  year: 'in articles of any year',
}

/** One sentence: "No article with these choices has “a” “b” without “c”." */
function describe({ words, phrases, excluded }: SearchQuery, isNarrowed: boolean): ReactNode {
  const sought = [...phrases, ...words]
  if (sought.length === 0) return 'The text has no word to look for.'
  return (
    <>
      No article {isNarrowed && 'with these choices '}has <Quoted texts={sought} />
      {excluded.length > 0 && (
        <>
          {' '}
          without <Quoted texts={excluded} />
        </>
      )}
      .
    </>
  )
}

/** Texts of readers one after the other, each in quotation marks and in its own direction. */
function Quoted({ texts }: { texts: readonly string[] }) {
  return texts.map((text, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice, and the list never changes.
    <span key={position}>
      {position > 0 && ' '}“<bdi>{text}</bdi>”
    </span>
  ))
}
