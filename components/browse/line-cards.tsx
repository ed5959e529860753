import { NewerForProduct } from '@/components/article/supersedence/newer-for-product'
import type { UpdateLine } from '@/lib/kb/articles/article'
import type { ProductLines } from '@/lib/kb/updates/product-lines'
import { LineCard } from './line-card'
import { ProductMap } from './product-map'

interface Props {
  readonly lines: readonly UpdateLine[]
  readonly products: readonly ProductLines[]
  /** `long` adds a heading and a map to each product, and a timeline to each series. */
  readonly form: 'short' | 'long'
}

/** The update series of each product below what is newest for it, then those that no series file describes. */
export function LineCards({ lines, products, form }: Props) {
  const shown = new Set(lines.map(({ slug }) => slug))
  const described = products.map((product) => ({
    product,
    cards: product.tracks.flatMap(({ line }) => (line && shown.has(line.slug) ? line : [])),
  }))
  const known = new Set(described.flatMap(({ cards }) => cards.map(({ slug }) => slug)))
  const others = lines.filter(({ slug }) => !known.has(slug))
  return [...described, { product: undefined, cards: others }]
    .filter(({ cards }) => cards.length > 0)
    .map(({ product, cards }) => (
      <section key={product?.product ?? ''} aria-label={product?.product} className="mb-12 last:mb-0">
        {product && form === 'long' && <h2 className="mb-1 text-xl font-semibold">{product.product}</h2>}
        {product?.newer && (
          <p className="mb-4 max-w-measure">
            <NewerForProduct newer={product.newer} />
          </p>
        )}
        {product && form === 'long' && <ProductMap product={product} />}
        <div className={form === 'long' ? 'grid gap-5' : 'grid gap-4 md:grid-cols-2'}>
          {cards.map((line) => (
            <LineCard
              key={line.slug}
              line={line}
              heading={form === 'long' && !product ? 'h2' : 'h3'}
              hasTimeline={form === 'long'}
            />
          ))}
        </div>
      </section>
    ))
}
