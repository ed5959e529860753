import type { Metadata } from 'next'
import { ArticleList } from '@/components/article/article-list'
import { LineCards } from '@/components/browse/line-cards'
import { ProductList } from '@/components/browse/products/product-list'
import { HomeHero } from '@/components/home/home-hero'
import { HomeSection } from '@/components/home/home-section'
import { PageShell } from '@/components/layout/page-shell'
import { index } from '@/lib/collection'
import { getCollectionSummary } from '@/lib/kb-index/read/collection-summary'
import { listProductLines } from '@/lib/kb-index/read/product-lines'
import { listLargestFamilies } from '@/lib/kb-index/read/products'
import { listUpdateLines } from '@/lib/kb-index/read/relations'
import { listRecentlyReviewed } from '@/lib/kb-index/read/summaries'
import { PRODUCTS_URL, UPDATES_URL } from '@/lib/urls'

const MAX_PRODUCTS = 12
const MAX_LINES = 6
const MAX_REVIEWED = 8

const TITLE = 'KB Viewer'
const DESCRIPTION = 'Find articles by KB number, text or product, and see what has replaced them.'

export const metadata: Metadata = {
  title: TITLE,
  description: DESCRIPTION,
  alternates: { canonical: '/' },
  openGraph: { siteName: TITLE, type: 'website', title: TITLE, description: DESCRIPTION, url: '/' },
}

export default function HomePage() {
  const lines = listUpdateLines(index())
  const reviewed = listRecentlyReviewed(index(), MAX_REVIEWED)
  const products = listLargestFamilies(index(), MAX_PRODUCTS)
  return (
    <PageShell hasSearch={false}>
      <HomeHero collection={getCollectionSummary(index())} />
      {products.length > 0 && (
        <HomeSection title="Products" url={PRODUCTS_URL} more="All products">
          <ProductList products={products} />
        </HomeSection>
      )}
      {lines.length > 0 && (
        <HomeSection title="Update series" url={UPDATES_URL} more="All update series">
          <LineCards lines={lines.slice(0, MAX_LINES)} products={listProductLines(index())} form="short" />
        </HomeSection>
      )}
      {reviewed.length > 0 && (
        <HomeSection title="Recently reviewed">
          <ArticleList articles={reviewed} date="reviewed" />
        </HomeSection>
      )}
    </PageShell>
  )
}
