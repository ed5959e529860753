import type { ProductSummary } from '@/lib/kb/articles/article'
import { productUrl } from '@/lib/urls'
import { CountedLinks } from './counted-links'

/** Products with their numbers of articles. */
export function ProductList({ products }: { products: readonly ProductSummary[] }) {
  return (
    <CountedLinks
      links={products.map(({ slug, name, articleCount }) => ({ url: productUrl(slug), name, articleCount }))}
    />
  )
}
