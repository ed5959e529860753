import { CountedLinks } from '@/components/ui/counted-links'
import type { ProductSummary } from '@/lib/kb/articles/article'
import { productUrl } from '@/lib/urls'

export function ProductList({ products }: { products: readonly ProductSummary[] }) {
  return (
    <CountedLinks
      links={products.map(({ slug, name, articleCount }) => ({ url: productUrl(slug), name, articleCount }))}
    />
  )
}
