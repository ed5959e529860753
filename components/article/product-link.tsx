import type { ProductSummary } from '@/lib/kb/articles/article'
import { productUrl } from '@/lib/urls'

interface Props {
  readonly name: string
  /** The products that have a page. */
  readonly products: readonly ProductSummary[]
  readonly className?: string
}

export function ProductLink({ name, products, className }: Props) {
  const product = products.find((candidate) => candidate.name === name)
  if (!product) return name
  return (
    <a href={productUrl(product.slug)} className={className}>
      {name}
    </a>
  )
}
