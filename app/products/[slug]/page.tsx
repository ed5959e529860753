import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SiteShell } from '@/app/site-shell'
import { unlessAway } from '@/app/unless-away'
import { ProductView } from '@/components/browse/products/product-view'
import { PageStatus } from '@/components/layout/page-status'
import { SearchAway } from '@/components/search/search-away'
import { index, isSearchElsewhere, searchCollection } from '@/lib/collection'
import { FEED_TYPE } from '@/lib/http/feed'
import { parseProductQuery } from '@/lib/kb/search/search-query'
import { getProduct } from '@/lib/kb-index/read/products'
import { feedUrl, productUrl, searchUrl } from '@/lib/urls'

type Props = PageProps<'/products/[slug]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { product, query } = await findProduct(props)
  const url = searchUrl(query)
  return {
    title: query.page > 1 ? `${product.name}, page ${query.page}` : product.name,
    description: `Every article about ${product.name}.`,
    alternates: { canonical: url, types: { [FEED_TYPE]: feedUrl(productUrl(product.slug)) } },
    robots: { index: url === productUrl(product.slug) },
  }
}

export default async function ProductPage(props: Props) {
  const { product, query } = await findProduct(props)
  const results = await unlessAway(searchCollection(query))
  return (
    <SiteShell>
      {isSearchElsewhere() && <PageStatus status={results ? 200 : 503} />}
      {results ? <ProductView product={product} results={results} /> : <SearchAway title={product.name} />}
    </SiteShell>
  )
}

async function findProduct({ params, searchParams }: Props) {
  const { slug } = await params
  const product = getProduct(index(), slug) ?? notFound()
  return { product, query: parseProductQuery(slug, await searchParams) }
}
