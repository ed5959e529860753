import { NumberTag } from '@/components/article/number-tag'
import { OutsideLink } from '@/components/article/outside-link'
import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { CitationDates } from '@/components/wanted/citation-dates'
import { CitingQuoteList } from '@/components/wanted/citing-quote-list'
import type { CitingGroup, WantedArticle } from '@/lib/kb/articles/wanted'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { productUrl, resultListUrl, WANTED_URL } from '@/lib/urls'

/** The page of an article that others name and the collection lacks: what is known of it all the same. */
export function WantedArticleView({ wanted }: { wanted: WantedArticle }) {
  const { number, title, groups, citationCount, lastCited } = wanted
  const name = formatKbNumber(number)
  const original = `http://support.microsoft.com/kb/${number}`
  return (
    <div className="max-w-3xl">
      <p className="mb-3 text-sm text-muted">
        <NumberTag number={number} />
        {title && <span className="ml-2.5">Not in this collection</span>}
      </p>
      <PageTitle title={title ?? `${name} is not in this collection`} />
      <Notice label="What is missing" tone="plain">
        <p>
          {title
            ? `${name} is not in this collection. The title is the one with which other articles cite it.`
            : citationCount > 0
              ? 'Other articles cite this number, but none of them says its title.'
              : 'No article of this collection cites this number. Check its digits, or search for its words.'}
          {lastCited && (
            <>
              {' '}
              It is cited in articles dated <CitationDates {...wanted} />.
            </>
          )}
        </p>
        <p>
          {citationCount > 0 ? 'The original was' : 'An original, if there is one, was'} published at{' '}
          <OutsideLink url={original} />, which may no longer answer.
        </p>
        {lastCited && (
          <p>
            The Internet Archive may have a copy from that time:{' '}
            <OutsideLink url={`https://web.archive.org/web/${lastCited.replaceAll('-', '')}/${original}`} />.
          </p>
        )}
        <p>
          <a href={resultListUrl(String(number))}>Search this collection for {number}</a>
          {citationCount > 0 && (
            <>
              , or see <a href={WANTED_URL}>what else is wanted</a>
            </>
          )}
          .
        </p>
      </Notice>
      {citationCount > 0 && (
        <section aria-labelledby="cited-by">
          <h2 id="cited-by" className="mb-1 text-[1.375rem] font-[640]">
            Cited by <CountText count={citationCount} noun="article" />
          </h2>
          {groups.map((group) => (
            <Group key={group.product?.slug ?? ''} group={group} isOnly={groups.length === 1} />
          ))}
        </section>
      )}
    </div>
  )
}

/** One product needs no heading of its own beside that of the section, unless it says something. */
function Group({ group: { product, citationCount, quotes }, isOnly }: { group: CitingGroup; isOnly: boolean }) {
  return (
    <>
      {!(isOnly && !product) && (
        <h3 className="mt-6 flex flex-wrap items-baseline gap-x-3 border-b border-line pb-2 text-base font-semibold">
          {product ? (
            <a href={productUrl(product.slug)} className="quiet-link">
              {product.name}
            </a>
          ) : (
            'No product named'
          )}
          {!isOnly && (
            <span className="text-sm font-normal text-muted">
              <CountText count={citationCount} noun="article" />
            </span>
          )}
        </h3>
      )}
      <CitingQuoteList quotes={quotes} />
    </>
  )
}
