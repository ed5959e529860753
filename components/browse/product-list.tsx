import { CountText } from '@/components/ui/count-text'
import type { ProductSummary } from '@/lib/kb/article'
import { productUrl } from '@/lib/urls'

/** Products with their numbers of articles, in as many columns as fit. */
export function ProductList({ products }: { products: readonly ProductSummary[] }) {
  return (
    <ul className="m-0 grid list-none grid-cols-1 gap-x-10 p-0 sm:grid-cols-2 lg:grid-cols-3">
      {products.map(({ name, slug, articleCount }) => (
        <li key={slug} className="flex items-baseline justify-between gap-4 border-b border-line py-2.5">
          <a href={productUrl(slug)} className="min-w-0 quiet-link">
            {name}
          </a>
          <span className="flex-none text-sm text-muted">
            <CountText count={articleCount} noun="article" />
          </span>
        </li>
      ))}
    </ul>
  )
}
