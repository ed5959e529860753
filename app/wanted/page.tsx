import type { Metadata } from 'next'
import { PageShell } from '@/components/layout/page-shell'
import { CountText } from '@/components/ui/count-text'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { ProductFilter } from '@/components/wanted/product-filter'
import { WantedEntryList } from '@/components/wanted/wanted-entry-list'
import { index } from '@/lib/collection'
import { WANTED_PER_PAGE } from '@/lib/kb/articles/wanted'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { listWanted } from '@/lib/kb-index/read/wanted'
import { wantedFileUrl, wantedUrl } from '@/lib/urls'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { product, page } = await findWanted(props)
  const title = product ? `Wanted articles of ${product.name}` : 'Wanted articles'
  return {
    title: page > 1 ? `${title}, page ${page}` : title,
    description: 'Articles that others cite and this collection lacks, the most cited first.',
    alternates: { canonical: wantedUrl({ product: product?.slug, page }) },
  }
}

export default async function WantedPage(props: Props) {
  const { items, itemCount, page, pageCount, product, products } = await findWanted(props)
  return (
    <PageShell>
      <PageTitle title="Wanted articles">
        {itemCount === 0 ? (
          'Every article that another one cites is in this collection.'
        ) : (
          <>
            <CountText count={itemCount} noun="number" /> that articles {product && `about ${product.name} `}cite and
            this collection lacks, the most cited first. Adding one mends every link to it. The whole list as{' '}
            <a href={wantedFileUrl('csv', product?.slug)}>CSV</a> or{' '}
            <a href={wantedFileUrl('json', product?.slug)}>JSON</a>.
          </>
        )}
      </PageTitle>
      <ProductFilter products={products} chosen={product} />
      <WantedEntryList entries={items} start={(page - 1) * WANTED_PER_PAGE + 1} />
      <Pagination
        page={page}
        pageCount={pageCount}
        urlOf={(shown) => wantedUrl({ product: product?.slug, page: shown })}
      />
    </PageShell>
  )
}

async function findWanted({ searchParams }: Props) {
  const { product, page } = await searchParams
  return listWanted(index(), {
    product: typeof product === 'string' ? product : undefined,
    page: parsePageNumber(page),
  })
}
