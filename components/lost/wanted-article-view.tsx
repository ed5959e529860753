import { NumberTag } from '@/components/article/number-tag'
import { OutsideLink } from '@/components/article/outside-link'
import { StateBadge } from '@/components/article/state-badge'
import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { Backlink, WantedArticle } from '@/lib/kb/article'
import { formatKbNumber } from '@/lib/kb/kb-number'
import { articleUrl, resultListUrl } from '@/lib/urls'

/** The page of an article that others name and the collection lacks: what is known of it all the same. */
export function WantedArticleView({ wanted }: { wanted: WantedArticle }) {
  const { number, title, citedBy, citationCount } = wanted
  const name = formatKbNumber(number)
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
        </p>
        <p>
          {citationCount > 0 ? 'The original was' : 'An original, if there is one, was'} published at{' '}
          <OutsideLink url={`http://support.microsoft.com/kb/${number}`} />, which may no longer answer.
        </p>
        <p>
          <a href={resultListUrl(String(number))}>Search this collection for {number}</a>
        </p>
      </Notice>
      {citationCount > 0 && (
        <section aria-labelledby="cited-by">
          <h2 id="cited-by" className="mb-1 text-[1.375rem] font-[640]">
            Cited by <CountText count={citationCount} noun="article" />
          </h2>
          <ul className="m-0 list-none p-0">
            {citedBy.map((backlink) => (
              <Citation key={backlink.number} backlink={backlink} />
            ))}
          </ul>
          {citationCount > citedBy.length && (
            <p className="mt-3 text-sm text-muted">and {citationCount - citedBy.length} more</p>
          )}
        </section>
      )}
    </div>
  )
}

function Citation({ backlink: { number, title, context, state, currentArticle } }: { backlink: Backlink }) {
  return (
    <li className="grid items-baseline gap-y-1 sm:grid-cols-[5.75rem_minmax(0,1fr)] gap-x-3.5 border-b border-line py-3.5">
      <NumberTag number={number} />
      <div>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <a href={articleUrl(number)} className="quiet-link">
            {title}
          </a>
          <StateBadge state={state} currentArticle={currentArticle} />
        </p>
        <blockquote className="mt-1.5 border-l-3 border-line pl-3.5 text-[0.9375rem] text-muted">{context}</blockquote>
      </div>
    </li>
  )
}
