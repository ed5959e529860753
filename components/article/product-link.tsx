import type { ProductSummary } from '@/lib/kb/articles/article'
import { productUrl } from '@/lib/urls'

interface Props {
  readonly name: string
  /** The products whose addresses are known. */
  readonly products: readonly ProductSummary[]
  readonly className?: string
}

/** A product with the way to its articles. */
export function ProductLink({ name, products, className }: Props) {
  const product = products.find((candidate) => candidate.name === name)
  if (!product) return name
  return (
    <a href={productUrl(product.slug)} className={className}>
      {name}
    </a>
  )
}
