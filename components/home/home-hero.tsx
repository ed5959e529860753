import { DateText } from '@/components/article/date-text'
import { SearchForm } from '@/components/search/search-form'
import { CountText } from '@/components/ui/count-text'
import type { CollectionSummary } from '@/lib/kb/articles/collection-summary'
import { numberLetters, numberPrefix } from '@/lib/kb/numbers/number-prefix'
import { CHECK_URL } from '@/lib/urls'

interface Props {
  readonly collection: CollectionSummary
  readonly heading?: string
}

/** What this collection is, and its search box. */
export function HomeHero({ collection, heading = 'Find an article' }: Props) {
  const { articleCount, lastReleased, lastReviewed, replacedCount, missingCount } = collection
  const isReleasedLast = lastReleased !== undefined && lastReleased > (lastReviewed ?? '')
  const lastDate = isReleasedLast ? lastReleased : lastReviewed
  return (
    <section className="mx-auto mb-14 max-w-3xl pt-4 text-center md:pt-12">
      <h1 className="text-[1.875rem] font-[680] leading-tight tracking-[-0.025em] md:text-[2.625rem]">{heading}</h1>
      <p className="mb-6 mt-3 text-balance text-lg text-muted">
        <CountText count={articleCount} noun="article" />
        {lastDate && (
          <>
            , {isReleasedLast ? 'the newest released' : 'last reviewed'} <DateText date={lastDate} form="sentence" />
          </>
        )}
        {replacedCount > 0 && (
          <>
            . <CountText count={replacedCount} /> {replacedCount === 1 ? 'is' : 'are'} known to be replaced
          </>
        )}
        {missingCount > 0 && (
          <>
            {replacedCount > 0 ? ', ' : '. '}
            <CountText count={missingCount} /> more {missingCount === 1 ? 'is' : 'are'} cited but missing
          </>
        )}
        .
      </p>
      <SearchForm isLarge />
      <p className="mt-3 text-balance text-sm text-muted">
        Try {numberLetters() === 'KB' ? 'a KB number' : `a number such as ${numberPrefix()}1`}, a support URL or an
        error message.
        <span data-live>
          {' '}
          Or <a href={CHECK_URL}>paste a server’s update list, event or log</a>.
        </span>
      </p>
    </section>
  )
}
