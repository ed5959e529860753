import { ArticleBody } from '@/components/article/body/article-body'
import { DateText } from '@/components/article/date-text'
import { ArticleSources } from '@/components/article/facts/article-sources'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { OtherText } from '@/lib/kb/other-text'
import { articleUrl } from '@/lib/urls'

/** The text of a file that has the number of an article and is not served as it. */
export function OtherTextView({ text: { served, path, frontMatter, attribution, tree } }: { text: OtherText }) {
  const number = formatKbNumber(served.number)
  return (
    <article className="max-w-[60ch]">
      <PageTitle title={frontMatter.title} gap="mb-6">
        {frontMatter.reviewed && (
          <>
            Last reviewed <DateText date={frontMatter.reviewed} />
          </>
        )}
      </PageTitle>
      <Notice label="Another text" tone="accent">
        <p className="[overflow-wrap:anywhere]">
          This is another text of {number}, from the file {path}. The article here is{' '}
          <a href={articleUrl(served.number)}>
            {number}: {served.title}
          </a>
          . What replaces it and the links to it are on that page.
        </p>
      </Notice>
      <ArticleBody tree={tree} />
      <div className="mt-12">
        <ArticleSources frontMatter={frontMatter} attribution={attribution} />
      </div>
    </article>
  )
}
