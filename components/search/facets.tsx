import { KIND_LABELS } from '@/components/article/kind-label'
import { ARTICLE_KINDS } from '@/lib/kb/front-matter'
import { STATE_FILTERS } from '@/lib/kb/search-filters'
import type { SearchResults } from '@/lib/kb/search-query'
import { searchUrl } from '@/lib/urls'
import { FacetList } from './facet-list'

/** Every choice that narrows a search. A choice keeps the others and starts at the first page. */
export function Facets({ results: { query, facets } }: { results: SearchResults }) {
  const base = { ...query, page: 1 }
  return (
    <>
      <FacetList
        title="Product"
        all="All products"
        facets={facets.products}
        chosen={query.product}
        urlOf={(product) => searchUrl({ ...base, product })}
      />
      <FacetList
        title="State"
        all="Any state"
        facets={facets.states}
        chosen={query.state}
        urlOf={(value) => searchUrl({ ...base, state: STATE_FILTERS.find((state) => state === value) })}
      />
      <FacetList
        title="Kind"
        all="All kinds"
        facets={facets.kinds.map((facet) => ({ ...facet, label: labelOf(facet.value) ?? facet.label }))}
        chosen={query.kind}
        urlOf={(value) => searchUrl({ ...base, kind: ARTICLE_KINDS.find((kind) => kind === value) })}
      />
    </>
  )
}

function labelOf(value: string): string | undefined {
  const kind = ARTICLE_KINDS.find((candidate) => candidate === value)
  return kind && KIND_LABELS[kind]
}
