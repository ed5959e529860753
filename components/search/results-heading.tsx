import { CountText } from '@/components/ui/count-text'
import { MAX_QUERY_LENGTH } from '@/lib/kb/search/query-text'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { narrowedSearchUrl, searchUrl } from '@/lib/urls'
import { describePartialMatch } from './describe-partial-match'
import { MarkedText } from './marked-text'
import { QuotedTexts } from './quoted-texts'

/** A longer list would not help. */
const MAX_ALSO_SEARCHED = 6

/** What was searched for, how that differs from what was typed, and how much was found. */
export function ResultsHeading({ results }: { results: SearchResults }) {
  const { query, correctedText, itemCount, alsoSearched, leftOut, missingNumber } = results
  const isDigits = query.number !== undefined && /^\d+$/.test(query.text)
  // The heading of a product's page is the product.
  const Title = query.isPinned ? 'h2' : 'h1'
  return (
    <header className="mb-5">
      {!(query.isPinned && query.text === '') && (
        <Title className="line-clamp-3 text-[1.375rem] font-[640] leading-snug [overflow-wrap:anywhere]">
          {correctedText === undefined ? <PlainTitle text={query.text} /> : <CorrectedTitle results={results} />}
        </Title>
      )}
      {correctedText !== undefined && (
        <p className="mt-1 [overflow-wrap:anywhere]">
          Search instead for{' '}
          <a href={searchUrl({ ...query, isVerbatim: true, page: 1 })}>
            <bdi>{query.text}</bdi>
          </a>
        </p>
      )}
      {(itemCount > 0 || missingNumber === undefined) && (
        <p className="mt-1 text-sm text-muted">
          <FoundCount {...results} />
          {describePartialMatch(results)}
        </p>
      )}
      {leftOut.length > 0 && (
        <p className="mt-1 text-sm text-muted [overflow-wrap:anywhere]">
          Searched without <QuotedTexts texts={leftOut} />, which hardly any article contains.{' '}
          <a href={searchUrl({ ...query, isVerbatim: true, page: 1 })}>Search for all words</a>
        </p>
      )}
      {alsoSearched.length > 0 && itemCount > 0 && (
        <p className="mt-1 text-sm text-muted [overflow-wrap:anywhere]">
          Also searched for <QuotedTexts texts={alsoSearched.slice(0, MAX_ALSO_SEARCHED)} />
          {alsoSearched.length > MAX_ALSO_SEARCHED && ' and other words for the same'}.{' '}
          <a href={searchUrl({ ...query, isVerbatim: true, page: 1 })}>Search only for the words as typed</a>
        </p>
      )}
      <NamedProducts {...results} />
      {itemCount > 0 && isDigits && !results.isNumberList && (
        <p className="mt-1 text-sm text-muted">No number starts with {query.text}. These articles mention it.</p>
      )}
      {itemCount > 0 && isDigits && results.isNumberList && (
        <p className="mt-1 text-sm text-muted">
          Articles whose number starts with {query.text}.{' '}
          <a href={searchUrl({ text: `"${query.text}"` })}>Search article text for “{query.text}”</a>
        </p>
      )}
      {query.isCut && (
        <p className="mt-1 text-sm text-muted">
          Only the first {MAX_QUERY_LENGTH} characters were searched, up to “
          <bdi>{query.text.slice(-30).replace(/^\S*\s/, '')}</bdi>”.
        </p>
      )}
    </header>
  )
}

/** Offers the products that the words name as filters. */
function NamedProducts({ query, itemCount, namedProducts }: SearchResults) {
  if (itemCount === 0 || namedProducts.length === 0) return null
  return (
    <ul aria-label="Narrow to a product" className="m-0 mt-2 flex list-none flex-wrap gap-2 p-0 text-sm">
      {namedProducts.map(({ slug, name }) => (
        <li key={slug}>
          <a
            href={narrowedSearchUrl(query, 'product', slug)}
            className="flex min-h-8 items-center rounded-full border border-line px-3 py-0.5 quiet-link"
          >
            Only {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** How many articles were found, or listed of them. */
function FoundCount({ itemCount, matchCount }: Pick<SearchResults, 'itemCount' | 'matchCount'>) {
  if (itemCount >= matchCount) return <CountText count={itemCount} noun="article" />
  return (
    <>
      Best <CountText count={itemCount} /> of <CountText count={matchCount} noun="article" />
    </>
  )
}

function PlainTitle({ text }: { text: string }) {
  if (text === '') return 'Articles'
  return (
    <>
      Results for “<bdi>{text}</bdi>”
    </>
  )
}

function CorrectedTitle({ results: { query, correctedText = '' } }: { results: SearchResults }) {
  const typed = new Set(query.text.toLowerCase().split(' '))
  // The capture group puts the blanks between the words at odd indexes.
  const parts = correctedText
    .split(/(\s+)/)
    .map((text, index) => ({ text, isMatch: index % 2 === 0 && !typed.has(text.toLowerCase()) }))
  return (
    <>
      Showing results for “
      <bdi>
        <MarkedText parts={parts} />
      </bdi>
      ”
    </>
  )
}
