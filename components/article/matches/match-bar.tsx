import { QuotedTexts } from '@/components/search/quoted-texts'
import { formatCount } from '@/components/ui/count-text'
import type { ArticleMatches } from '@/lib/kb/article-page'

/** The matches that have a link of their own without JavaScript. */
const MAX_LINKS = 9

/** What the search that led here found in the article, the way through it (browser/match-stepper.tsx), and the way back. */
export function MatchBar({ matches: { count, added, backUrl } }: { matches: ArticleMatches }) {
  return (
    <section
      aria-label="Search"
      className="sticky top-0 z-10 -mx-5 -mt-4 mb-5 flex flex-wrap items-center gap-x-2 sm:gap-x-4 gap-y-0.5 border-b border-line bg-paper px-5 py-1 text-sm md:-mx-7 md:px-7 lg:top-[60px] print:hidden"
    >
      <strong className="font-semibold">
        {count === 0 ? 'No match in the text' : formatCount(count, 'match', 'matches')}
      </strong>
      {count > 0 && (
        <>
          <span data-match-count={count} className="flex items-center gap-1" />
          <span className="hidden items-center noscript:flex">
            {Array.from({ length: Math.min(count, MAX_LINKS) }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number of a match is what it is.
              <a key={index} href={`#match-${index + 1}`} aria-label={`Match ${index + 1}`} className="px-2 py-1">
                {index + 1}
              </a>
            ))}
          </span>
        </>
      )}
      {added.length > 0 && (
        <span className="text-muted">
          Also marked: <QuotedTexts texts={added} />
        </span>
      )}
      <a href={backUrl} aria-label="Back to results" className="ml-auto py-1 quiet-link">
        <span className="max-sm:hidden">Back to results</span>
        <span className="sm:hidden">Results</span>
      </a>
    </section>
  )
}
