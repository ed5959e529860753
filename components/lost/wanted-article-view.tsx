import { NumberTag } from '@/components/article/number-tag'
import { OutsideLink } from '@/components/article/outside-link'
import { formatCount } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { TitledSection } from '@/components/ui/titled-section'
import { CitationDates } from '@/components/wanted/citation-dates'
import { CitingProduct } from '@/components/wanted/citing-product'
import type { WantedArticle } from '@/lib/kb/articles/wanted'
import { formatKbNumber, hasKbNumber } from '@/lib/kb/numbers/kb-number'
import { resultListUrl, WANTED_URL } from '@/lib/urls'

/** The page of an article that the collection lacks: who cites it, and where its original was. */
export function WantedArticleView({ wanted }: { wanted: WantedArticle }) {
  const { number, title, groups, citationCount, lastCited } = wanted
  const name = formatKbNumber(number)
  const thing = hasKbNumber(number) ? 'number' : 'address'
  return (
    <div className="max-w-3xl">
      <p className="mb-3 text-sm text-muted">
        <NumberTag number={number} />
        {title && <span className="ml-2.5">Not in this collection</span>}
      </p>
      <PageTitle title={title ?? `${name} is not in this collection`} />
      <Notice label="Missing article" tone="plain">
        <p>
          {title
            ? `${name} is not in this collection. Title as given by the articles that cite it.`
            : citationCount > 0
              ? `Other articles cite this ${thing}, but none gives its title.`
              : `No article here cites this ${thing}. Check the ${thing}, or search by title.`}
          {lastCited && (
            <>
              {' '}
              Cited in articles from <CitationDates {...wanted} />.
            </>
          )}
        </p>
        {hasKbNumber(number) ? (
          <WaysToNumber {...wanted} />
        ) : (
          <p>
            See <a href={WANTED_URL}>all missing articles</a>.
          </p>
        )}
      </Notice>
      {citationCount > 0 && (
        <TitledSection title={`Cited by ${formatCount(citationCount, 'article')}`} gap="mb-1">
          {groups.map((group) => (
            <CitingProduct key={group.product?.slug ?? ''} group={group} isOnly={groups.length === 1} />
          ))}
        </TitledSection>
      )}
    </div>
  )
}

/** Where the original of a KB number was, and where else to look for the number. */
function WaysToNumber({
  number,
  citationCount,
  lastCited,
}: Pick<WantedArticle, 'number' | 'citationCount' | 'lastCited'>) {
  const original = `http://support.microsoft.com/kb/${number}`
  return (
    <>
      <p>
        {citationCount > 0 ? 'The original was at ' : 'If it exists, the original was at '}
        <OutsideLink url={original} /> (may be offline).
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
            , or see <a href={WANTED_URL}>all missing articles</a>
          </>
        )}
        .
      </p>
    </>
  )
}
