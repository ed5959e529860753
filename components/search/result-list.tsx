import { KIND_LABELS } from '@/components/article/kind-label'
import { NumberTag } from '@/components/article/number-tag'
import type { SearchResult } from '@/lib/kb/search/search-query'
import { articleUrl } from '@/lib/urls'
import { MarkedText } from './marked-text'
import { StateLink } from './state-link'

/** The hits of a search, best first. */
export function ResultList({ results, start }: { results: readonly SearchResult[]; start: number }) {
  return (
    <ol start={start} className="m-0 list-none p-0">
      {results.map((result) => (
        <Result key={result.article.number} result={result} />
      ))}
    </ol>
  )
}

function Result({ result: { article, title, snippet, fixedIn } }: { result: SearchResult }) {
  const [product, ...others] = article.products
  const facts = [
    product && (others.length > 0 ? `${product} and ${others.length} more` : product),
    article.kind && KIND_LABELS[article.kind],
    (article.reviewed ?? article.released)?.slice(0, 4),
  ]
  return (
    <li className="border-b border-line py-4 first:pt-0">
      <p className="mb-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
        <NumberTag number={article.number} />
        <StateLink article={article} fixedIn={fixedIn} />
        <span>{facts.filter(Boolean).join(' · ')}</span>
      </p>
      <h2 className="text-lg font-semibold leading-snug">
        <a href={articleUrl(article.number)} className="quiet-link">
          <MarkedText parts={title} />
        </a>
      </h2>
      {snippet.length > 0 && (
        <p className="mt-1 line-clamp-3 text-[0.96875rem]">
          <MarkedText parts={snippet} />
        </p>
      )}
    </li>
  )
}
