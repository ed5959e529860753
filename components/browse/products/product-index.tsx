import { ProductList } from '@/components/browse/products/product-list'
import { SectionHeading } from '@/components/ui/section-heading'
import type { ProductSummary } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'

/** Fewer products are seen at one glance. */
const MIN_FOR_LETTERS = 30

/** Products by name, under the letters with which they begin. */
export function ProductIndex({ products }: { products: readonly ProductSummary[] }) {
  if (products.length < MIN_FOR_LETTERS) return <ProductList products={products} />
  const letters = [...groupBy(products, ({ name }) => letterOf(name))].sort(([one], [other]) => (one < other ? -1 : 1))
  return (
    <>
      <nav aria-label="Letters" className="mb-8 flex flex-wrap gap-1 text-[0.9375rem]">
        {letters.map(([letter]) => (
          <a
            key={letter}
            href={`#${idOf(letter)}`}
            className="grid min-h-9 min-w-9 place-items-center rounded-lg border border-line text-ink quiet-link hover:border-edge"
          >
            {letter}
          </a>
        ))}
      </nav>
      {letters.map(([letter, own]) => (
        <section key={letter} aria-labelledby={idOf(letter)} className="mb-8">
          <SectionHeading id={idOf(letter)} className="mb-1">
            {letter}
          </SectionHeading>
          <ProductList products={own} />
        </section>
      ))}
    </>
  )
}

/** Names that begin with no letter of the alphabet stand together. */
function letterOf(name: string): string {
  return /^[a-z]/i.exec(name.normalize('NFKD').replace(/^\W+/, ''))?.[0].toUpperCase() ?? '0–9'
}

function idOf(letter: string): string {
  return letter === '0–9' ? 'letter-other' : `letter-${letter.toLowerCase()}`
}
