import type { ReactNode } from 'react'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { ArticleHit } from './article-hit'
import { productsText } from './products-text'
import { StateBadge } from './state-badge'

interface Props {
  readonly article: ArticleSummary
  /** The first update that fixes the problem, if one is known. */
  readonly fixedIn?: KbNumber
  /** Why the article is shown. */
  readonly children?: ReactNode
}

/** An article below a heading of the page, with its products and its state. */
export function SummaryHit({ article, fixedIn, children }: Props) {
  return (
    <ArticleHit
      number={article.number}
      title={article.title}
      heading="h3"
      facts={
        <>
          {article.products.length > 0 && <span>{productsText(article.products)}</span>}
          <StateBadge {...article} fixedIn={fixedIn} />
        </>
      }
    >
      {children}
    </ArticleHit>
  )
}
