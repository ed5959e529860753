import type { ArticleSummary } from '@/lib/kb/articles/article'
import { ArticleRow } from './article-row'
import { DateText } from './date-text'
import { StateBadge } from './state-badge'

interface Props {
  readonly articles: readonly ArticleSummary[]
  /** Which date stands at the end of each row. */
  readonly date?: 'released' | 'reviewed'
}

export function ArticleList({ articles, date = 'released' }: Props) {
  return (
    <ul className="m-0 list-none border-t border-line p-0">
      {articles.map((article) => (
        <ArticleRow
          key={article.number}
          number={article.number}
          title={article.title}
          aside={
            <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1 sm:justify-end">
              <StateBadge {...article} />
              {article[date] && (
                <span className="text-sm text-muted whitespace-nowrap sm:w-40 sm:text-right">
                  <DateText date={article[date]} />
                </span>
              )}
            </span>
          }
        />
      ))}
    </ul>
  )
}
