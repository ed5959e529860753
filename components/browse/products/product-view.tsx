import { SearchResultsView } from '@/components/search/search-results-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import type { ProductDetails } from '@/lib/kb/articles/article'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { PRODUCTS_URL, productUrl } from '@/lib/urls'
import { ProductSearch } from './product-search'
import { ProductVersions } from './product-versions'

/** The page of a product: its versions, and a search that is pinned to it. */
export function ProductView({ product, results }: { product: ProductDetails; results: SearchResults }) {
  const { name, slug, family, versions } = product
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { name: 'Products', url: PRODUCTS_URL },
          ...(family ? [{ name: family.name, url: productUrl(family.slug) }] : []),
        ]}
      />
      <PageTitle title={name} gap="mb-5" />
      <ProductVersions versions={versions} chosen={slug} />
      <ProductSearch name={name} slug={slug} query={results.query} />
      <SearchResultsView results={results} />
    </>
  )
}
