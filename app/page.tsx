import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { ArticleList } from '@/components/article/article-list'
import { MarkdownText } from '@/components/article/body/article-body'
import { AtlasView } from '@/components/browse/atlas/atlas-view'
import { LineCards } from '@/components/browse/line-cards'
import { ProductList } from '@/components/browse/products/product-list'
import { HomeHero } from '@/components/home/home-hero'
import { HomeSection } from '@/components/home/home-section'
import { getSiteTexts, index, site } from '@/lib/collection'
import { numberLetters } from '@/lib/kb/numbers/number-prefix'
import { getAtlas } from '@/lib/kb-index/read/atlas'
import { getCollectionSummary } from '@/lib/kb-index/read/collection-summary'
import { listProductLines } from '@/lib/kb-index/read/product-lines'
import { listLargestFamilies } from '@/lib/kb-index/read/products'
import { listUpdateLines } from '@/lib/kb-index/read/relations'
import { listRecentlyReviewed } from '@/lib/kb-index/read/summaries'
import { ATLAS_URL, PRODUCTS_URL, UPDATES_URL } from '@/lib/urls'

const MAX_PRODUCTS = 12
/** From this many articles on, a reader needs a map. */
const LARGE_COLLECTION = 1000
const MAX_LINES = 6
const MAX_REVIEWED = 8

const describe = () => `Find articles by ${numberLetters()} number, text or product, and see what has replaced them.`

export function generateMetadata(): Metadata {
  const { name } = site()
  return {
    title: name,
    description: describe(),
    alternates: { canonical: '/' },
    openGraph: { siteName: name, type: 'website', title: name, description: describe(), url: '/' },
  }
}

export default function HomePage() {
  const lines = listUpdateLines(index())
  const reviewed = listRecentlyReviewed(index(), MAX_REVIEWED)
  const products = listLargestFamilies(index(), MAX_PRODUCTS)
  const collection = getCollectionSummary(index())
  const homeText = getSiteTexts(index()).home
  const isLarge = collection.articleCount >= LARGE_COLLECTION
  return (
    <SiteShell hasSearch={false}>
      <HomeHero collection={collection} heading={site().home?.heading} />
      {homeText && (
        <div className="article-body mx-auto mb-10 max-w-measure">
          <MarkdownText tree={homeText} />
        </div>
      )}
      {isLarge && products.length > 0 && (
        <HomeSection title="Atlas" url={ATLAS_URL} more="All of it">
          <AtlasView atlas={getAtlas(index())} rowCount={MAX_PRODUCTS} />
        </HomeSection>
      )}
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
    </SiteShell>
  )
}
