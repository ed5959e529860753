import { FilterForm } from '@/components/ui/filter-form'
import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import type { SearchQuery } from '@/lib/kb/search/search-query'
import { productUrl } from '@/lib/urls'

/** A box that searches in one product and keeps the chosen filters. */
export function ProductSearch({ name, slug, query }: { name: string; slug: string; query: SearchQuery }) {
  const kept = FILTER_NAMES.flatMap((filter) => {
    const value = filter === 'product' ? undefined : query[filter]
    return value === undefined ? [] : [[filter, String(value)]]
  })
  return (
    <FilterForm
      action={productUrl(slug)}
      label={`Search in ${name}`}
      text={query.text}
      kept={Object.fromEntries(kept)}
      button="Search"
    />
  )
}
