import type { ArticleSummary, ProductSummary } from '@/lib/kb/article'
import { productUrl } from '@/lib/urls'
import { CopyNumber } from './copy-number'
import { KIND_LABELS } from './kind-label'

/** More products than this would push the title down; the rail lists them all. */
const MAX_PRODUCTS = 2

interface Props {
  readonly summary: ArticleSummary
  readonly products: readonly ProductSummary[]
}

/** What the article is, in one line, and its title. "Back to the top" leads to the title. */
export function ArticleHeader({ summary, products }: Props) {
  const { number, kind, build, title } = summary
  const isShort = products.length <= MAX_PRODUCTS
  return (
    <header>
      <p className="mb-3 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
        <CopyNumber number={number} />
        {kind && <span>{KIND_LABELS[kind]}</span>}
        {(isShort ? products : products.slice(0, 1)).map(({ name, slug }) => (
          <span key={slug} className="before:mr-2.5 before:content-['·'] first-of-type:before:content-none">
            <a href={productUrl(slug)} className="text-muted quiet-link">
              {name}
            </a>
            {!isShort && ` and ${products.length - 1} more`}
          </span>
        ))}
        {build && <span className="before:mr-2.5 before:content-['·']">build {build}</span>}
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
