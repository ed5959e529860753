import { CountText } from '@/components/ui/count-text'
import { MAX_QUERY_LENGTH } from '@/lib/kb/search/query-text'
import { MAX_RESULT_PAGE, RESULTS_PER_PAGE, type SearchResults } from '@/lib/kb/search/search-query'
import { searchUrl } from '@/lib/urls'
import { MarkedText } from './marked-text'

const SHOWN_RESULTS = MAX_RESULT_PAGE * RESULTS_PER_PAGE

/** What was sought, how that differs from what was typed, and how much was found. */
export function ResultsHeading({ results }: { results: SearchResults }) {
  const { query, correctedText, itemCount, isPartialMatch } = results
  return (
    <header className="mb-5">
      <h1 className="line-clamp-3 text-[1.375rem] font-[640] leading-snug [overflow-wrap:anywhere]">
        {correctedText === undefined ? <PlainTitle text={query.text} /> : <CorrectedTitle results={results} />}
      </h1>
      {correctedText !== undefined && (
        <p className="mt-1 [overflow-wrap:anywhere]">
          Search instead for{' '}
          <a href={searchUrl({ ...query, isVerbatim: true, page: 1 })}>
            <bdi>{query.text}</bdi>
          </a>
        </p>
      )}
      <p className="mt-1 text-sm text-muted">
        <CountText count={itemCount} noun="article" />
        {itemCount > SHOWN_RESULTS && (
          <>
            , of which the first <CountText count={SHOWN_RESULTS} /> are listed
          </>
        )}
        {isPartialMatch && itemCount > 0 && '. No article has all of these words; these have some of them.'}
      </p>
      {itemCount > 0 && /^\d+$/.test(query.text) && query.number !== undefined && (
        <p className="mt-1 text-sm text-muted">
          These numbers begin so. <a href={searchUrl({ text: `"${query.text}"` })}>Search the texts for {query.text}</a>
        </p>
      )}
      {query.isCut && (
        <p className="mt-1 text-sm text-muted">
          The text was long: its first {MAX_QUERY_LENGTH} characters count, up to “
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
  // Blanks stand between the words, at the odd places.
  const parts = correctedText
    .split(/(\s+)/)
    .map((text, place) => ({ text, isMatch: place % 2 === 0 && !typed.has(text.toLowerCase()) }))
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
