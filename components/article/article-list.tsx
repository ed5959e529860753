import type { ReactNode } from 'react'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import { articleUrl } from '@/lib/urls'
import { DateText } from './date-text'
import { NumberTag } from './number-tag'
import { StateBadge } from './state-badge'

interface Props {
  readonly articles: readonly ArticleSummary[]
  /** Which date stands at the end of each line. */
  readonly date?: 'released' | 'reviewed'
}

/** Articles one below the other: number, title, state, date. */
export function ArticleList({ articles, date = 'released' }: Props) {
  return (
    <ul className="m-0 list-none border-t border-line p-0">
      {articles.map((article) => (
        <ArticleRow key={article.number} article={article}>
          {article[date] && (
            <span className="text-sm text-muted whitespace-nowrap sm:w-40 sm:text-right">
              <DateText date={article[date]} />
            </span>
          )}
        </ArticleRow>
      ))}
    </ul>
  )
}

function ArticleRow({ article, children }: { article: ArticleSummary; children: ReactNode }) {
  return (
    <li className="grid items-baseline gap-x-3.5 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[5.75rem_minmax(0,1fr)_auto]">
      <NumberTag number={article.number} />
      <a href={articleUrl(article.number)} className="quiet-link">
        {article.title}
      </a>
      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1 sm:justify-end">
        <StateBadge state={article.state} currentArticle={article.currentArticle} />
        {children}
      </span>
    </li>
  )
}
