import { ArticleHit } from '@/components/article/article-hit'
import { KIND_LABELS } from '@/components/article/kind-label'
import { productsText } from '@/components/article/products-text'
import { RESULTS_PER_PAGE, type SearchResult, type SearchResults } from '@/lib/kb/search/search-query'
import { articleInSearchUrl } from '@/lib/urls'
import { MarkedText } from './marked-text'
import { StateLink } from './state-link'

/** The hits of a search, best first. */
export function ResultList({
  results: { query, page },
  items,
}: {
  results: SearchResults
  items: readonly SearchResult[]
}) {
  return (
    <ol data-list-keys start={(page - 1) * RESULTS_PER_PAGE + 1} className="m-0 list-none p-0 *:first:pt-0">
      {items.map(({ article, title, snippet, fixedIn }) => {
        const facts = [
          productsText(article.products),
          article.kind && KIND_LABELS[article.kind],
          (article.reviewed ?? article.released)?.slice(0, 4),
        ]
        return (
          <ArticleHit
            key={article.number}
            number={article.number}
            url={articleInSearchUrl(article.number, query)}
            title={<MarkedText parts={title} />}
            heading="h2"
            facts={
              <>
                <StateLink article={article} fixedIn={fixedIn} />
                <span>{facts.filter(Boolean).join(' · ')}</span>
              </>
            }
          >
            {snippet.length > 0 && (
              <p className="mt-1 line-clamp-3 text-[0.96875rem]">
                <MarkedText parts={snippet} />
              </p>
            )}
          </ArticleHit>
        )
      })}
    </ol>
  )
}
