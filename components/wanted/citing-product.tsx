import { CountText } from '@/components/ui/count-text'
import type { CitingGroup } from '@/lib/kb/articles/wanted'
import { productUrl } from '@/lib/urls'
import { CitingQuoteList } from './citing-quote-list'

interface Props {
  readonly group: CitingGroup
  /** A single group needs no heading unless it names a product. */
  readonly isOnly: boolean
}

/** The sentences that cite a number in the articles about one product. */
export function CitingProduct({ group: { product, citationCount, quotes }, isOnly }: Props) {
  return (
    <>
      {(product || !isOnly) && (
        <h3 className="mt-6 flex flex-wrap items-baseline gap-x-3 border-b border-line pb-2 text-base font-semibold">
          {product ? (
            <a href={productUrl(product.slug)} className="quiet-link">
              {product.name}
            </a>
          ) : (
            'No product'
          )}
          {!isOnly && (
            <span className="text-sm font-normal text-muted">
              <CountText count={citationCount} noun="article" />
            </span>
          )}
        </h3>
      )}
      <CitingQuoteList quotes={quotes} />
    </>
  )
}
