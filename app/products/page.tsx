import type { Metadata } from 'next'
import { ProductList } from '@/components/browse/product-list'
import { PageShell } from '@/components/layout/page-shell'
import { PageTitle } from '@/components/ui/page-title'
import { SectionHeading } from '@/components/ui/section-heading'
import { TitledSection } from '@/components/ui/titled-section'
import { index } from '@/lib/collection'
import { listProducts } from '@/lib/kb-index/read/products'
import { PRODUCTS_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Products',
  description: 'All products, largest first.',
  alternates: { canonical: PRODUCTS_URL },
}

export default function ProductsPage() {
  const { groups, products } = listProducts(index())
  return (
    <PageShell>
      <PageTitle title="Products">All products, largest first.</PageTitle>
      {groups.length > 0 && (
        <TitledSection title="Product groups" className="mb-12">
          <ProductList products={groups} />
        </TitledSection>
      )}
      {groups.length > 0 && products.length > 0 && <SectionHeading className="mb-3">Other products</SectionHeading>}
      <ProductList products={products} />
    </PageShell>
  )
}
