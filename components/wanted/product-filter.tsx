import { PrimaryButton } from '@/components/ui/primary-button'
import type { ProductSummary } from '@/lib/kb/articles/article'
import { WANTED_URL } from '@/lib/urls'

/** Narrows the missing articles to those that a product's articles cite: a GET form, so that the URL has the choice. */
export function ProductFilter({ products, chosen }: { products: readonly ProductSummary[]; chosen?: ProductSummary }) {
  if (products.length < 2 && !chosen) return null
  return (
    <form action={WANTED_URL} className="mb-6 flex max-w-2xl flex-wrap items-end gap-x-3 gap-y-2 print:hidden">
      <label htmlFor="wanted-product" className="w-full text-sm font-semibold">
        Cited by articles about
      </label>
      <select
        id="wanted-product"
        name="product"
        defaultValue={chosen?.slug ?? ''}
        className="min-h-11 min-w-0 flex-1 rounded-lg border border-edge bg-raised px-3"
      >
        <option value="">Any product</option>
        {products.map(({ slug, name, articleCount }) => (
          <option key={slug} value={slug}>
            {name} ({articleCount})
          </option>
        ))}
      </select>
      <PrimaryButton>Show</PrimaryButton>
    </form>
  )
}
