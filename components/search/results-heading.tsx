import { CountText } from '@/components/ui/count-text'
import { MAX_QUERY_LENGTH } from '@/lib/kb/search/query-text'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { searchUrl } from '@/lib/urls'
import { MarkedText } from './marked-text'
import { QuotedTexts } from './quoted-texts'

/** A longer list would not help. */
const MAX_ALSO_SEARCHED = 6

/** What was searched for, how that differs from what was typed, and how much was found. */
export function ResultsHeading({ results }: { results: SearchResults }) {
  const { query, correctedText, itemCount, matchCount, isPartialMatch, alsoSearched } = results
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
      <p className="mt-1 text-sm text-muted">
        {itemCount < matchCount && (
          <>
            Best <CountText count={itemCount} /> of{' '}
          </>
        )}
        <CountText count={matchCount} noun="article" />
        {isPartialMatch && itemCount > 0 && '. No article contains all of these words. Showing partial matches.'}
      </p>
      {alsoSearched.length > 0 && itemCount > 0 && (
        <p className="mt-1 text-sm text-muted [overflow-wrap:anywhere]">
          Also searched for <QuotedTexts texts={alsoSearched.slice(0, MAX_ALSO_SEARCHED)} />
          {alsoSearched.length > MAX_ALSO_SEARCHED && ' and other words for the same'}.{' '}
          <a href={searchUrl({ ...query, isVerbatim: true, page: 1 })}>Search only for the words as typed</a>
        </p>
      )}
      {itemCount > 0 && /^\d+$/.test(query.text) && query.number !== undefined && (
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
