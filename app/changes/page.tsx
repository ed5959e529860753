import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { ArticleRow } from '@/components/article/article-row'
import { ComparedDays } from '@/components/changes/comparison-of-editions'
import { WordsChanged } from '@/components/changes/words-changed'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { index } from '@/lib/collection'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { listArticleChanges } from '@/lib/kb-index/read/editions/list-editions'
import { articleChangesUrl, CHANGES_URL, changesUrl, feedUrl } from '@/lib/urls'

type Props = PageProps<'/changes'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = parsePageNumber((await searchParams).page)
  return { title: page > 1 ? `Changed articles, page ${page}` : 'Changed articles' }
}

export default async function ChangesPage({ searchParams }: Props) {
  const { items, itemCount, page, pageCount } = listArticleChanges(index(), parsePageNumber((await searchParams).page))
  return (
    <SiteShell>
      <PageTitle title="Changed articles">
        {itemCount === 0 ? (
          'No former text of any article is known.'
        ) : (
          <>
            <CountText count={itemCount} noun="change" />, newest first. <a href={feedUrl(CHANGES_URL)}>Feed</a>
          </>
        )}
      </PageTitle>
      <ul className="m-0 list-none p-0">
        {items.map(({ article, number, day, before, added, removed }) => (
          <ArticleRow key={`${number} ${day}`} number={number} title={article.title}>
            <span className="block text-sm text-muted">
              <a href={articleChangesUrl(number, { from: before, to: day })}>
                <ComparedDays from={before ?? day} to={day} />
              </a>
              : <WordsChanged added={added} removed={removed} />
            </span>
          </ArticleRow>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} urlOf={changesUrl} />
    </SiteShell>
  )
}
