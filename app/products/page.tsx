import type { Metadata } from 'next'
import { ProductList } from '@/components/browse/product-list'
import { PageShell } from '@/components/layout/page-shell'
import { PageTitle } from '@/components/ui/page-title'
import { index } from '@/lib/collection'
import { listProducts } from '@/lib/kb-index/read/products'
import { PRODUCTS_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Products',
  description: 'Every product that an article applies to, with its number of articles.',
  alternates: { canonical: PRODUCTS_URL },
}

export default function ProductsPage() {
  const { groups, products } = listProducts(index())
  return (
    <PageShell>
      <PageTitle title="Products">Every product that an article applies to, those with most articles first.</PageTitle>
      {groups.length > 0 && (
        <section aria-labelledby="groups" className="mb-12">
          <h2 id="groups" className="mb-3 text-[1.375rem] font-[640]">
            Product groups
          </h2>
          <ProductList products={groups} />
        </section>
      )}
      {groups.length > 0 && products.length > 0 && (
        <h2 className="mb-3 text-[1.375rem] font-[640]">Products outside any group</h2>
      )}
      <ProductList products={products} />
    </PageShell>
  )
}
