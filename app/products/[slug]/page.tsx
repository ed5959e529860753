import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleList } from '@/components/article/article-list'
import { ProductList } from '@/components/browse/product-list'
import { PageShell } from '@/components/layout/page-shell'
import { CountText, formatCount } from '@/components/ui/count-text'
import { Fold } from '@/components/ui/fold'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { index } from '@/lib/collection'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { getProduct } from '@/lib/kb-index/read/products'
import { productUrl } from '@/lib/urls'

type Props = PageProps<'/products/[slug]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { product, articles } = await findProduct(props)
  const title = articles.page > 1 ? `${product.name}, page ${articles.page}` : product.name
  return {
    title,
    description: `Every article about ${product.name}.`,
    alternates: { canonical: productUrl(product.slug, articles.page) },
  }
}

export default async function ProductPage(props: Props) {
  const { product, products, articles } = await findProduct(props)
  return (
    <PageShell>
      <PageTitle title={product.name}>
        <CountText count={product.articleCount} noun="article" />
      </PageTitle>
      {products.length > 0 && (
        <Fold title={`${formatCount(products.length, 'product')} in this group`} className="mb-8">
          <ProductList products={products} />
        </Fold>
      )}
      <ArticleList articles={articles.items} />
      <Pagination {...articles} urlOf={(page) => productUrl(product.slug, page)} />
    </PageShell>
  )
}

async function findProduct({ params, searchParams }: Props) {
  const { page } = await searchParams
  return getProduct(index(), (await params).slug, parsePageNumber(page)) ?? notFound()
}
