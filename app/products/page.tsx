import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { ProductIndex } from '@/components/browse/products/product-index'
import { ProductList } from '@/components/browse/products/product-list'
import { FilterForm } from '@/components/ui/filter-form'
import { PageTitle } from '@/components/ui/page-title'
import { TitledSection } from '@/components/ui/titled-section'
import { index } from '@/lib/collection'
import { cleanQueryText } from '@/lib/kb/search/query-text'
import { findProducts, listProducts } from '@/lib/kb-index/read/products'
import { PRODUCTS_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Products',
  description: 'All products by name.',
  alternates: { canonical: PRODUCTS_URL },
}

export default async function ProductsPage({ searchParams }: PageProps<'/products'>) {
  const { q } = await searchParams
  const { text } = cleanQueryText([q ?? ''].flat()[0] ?? '')
  return (
    <SiteShell>
      <PageTitle title="Products" gap="mb-5" />
      <FilterForm action={PRODUCTS_URL} label="Filter products" text={text} button="Filter" />
      {text === '' ? <AllProducts /> : <FoundProducts text={text} />}
    </SiteShell>
  )
}

function AllProducts() {
  const { families, groups } = listProducts(index())
  return (
    <>
      <ProductIndex products={families} />
      {groups.length > 0 && (
        <TitledSection title="Product groups" className="mt-12">
          <ProductList products={groups} />
        </TitledSection>
      )}
    </>
  )
}

function FoundProducts({ text }: { text: string }) {
  const found = findProducts(index(), text)
  if (found.length > 0) return <ProductList products={found} />
  return (
    <p>
      No product has “<bdi>{text}</bdi>” in its name. <a href={PRODUCTS_URL}>Show all products</a>
    </p>
  )
}
