import type { ArticleSummary, ProductSummary } from '@/lib/kb/articles/article'
import { CopyNumber } from './copy-number'
import { KIND_LABELS } from './kind-label'
import { ProductLink } from './product-link'

/** More products than this would push the title down; the rail lists them all. */
const MAX_PRODUCTS = 2

/** The article's number, kind, products and build in one line, and its title. "Back to top" leads to the title. */
export function ArticleHeader({ summary, products }: { summary: ArticleSummary; products: readonly ProductSummary[] }) {
  const { number, kind, build, title } = summary
  const names = summary.products.length <= MAX_PRODUCTS ? summary.products : summary.products.slice(0, 1)
  const others = summary.products.length - names.length
  const parts = [
    kind && <span key="kind">{KIND_LABELS[kind]}</span>,
    ...names.map((name) => (
      <ProductLink key={name} name={name} products={products} className="text-muted quiet-link" />
    )),
    others > 0 && <span key="others">{others} more</span>,
    build && <span key="build">build {build}</span>,
  ].filter((part) => typeof part === 'object')
  return (
    <header>
      <p className="mb-3 text-sm leading-7 text-muted">
        <CopyNumber number={number} />{' '}
        {parts.map((part, index) => (
          <span key={part.key} className={index === 0 ? 'ml-1.5' : undefined}>
            {index > 0 && ' · '}
            {part}
          </span>
        ))}
      </p>
      <h1
        id="top"
        tabIndex={-1}
        className="mb-5 max-w-[26em] scroll-mt-40 text-[1.625rem] font-[660] leading-tight tracking-[-0.02em] outline-none md:text-[2.125rem]"
      >
        {title}
      </h1>
    </header>
  )
}
