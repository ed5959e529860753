import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
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

type Props = PageProps<'/wanted'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { product, page } = await findWanted(props)
  const title = product ? `Missing articles cited by ${product.name}` : 'Missing articles'
  return {
    title: page > 1 ? `${title}, page ${page}` : title,
    description: 'Articles that are cited but missing here, most-cited first.',
    alternates: { canonical: wantedUrl({ product: product?.slug, page }) },
  }
}

export default async function WantedPage(props: Props) {
  const { items, itemCount, page, pageCount, product, products } = await findWanted(props)
  return (
    <SiteShell>
      <PageTitle title="Missing articles">
        {itemCount === 0 ? (
          'Nothing is missing: every cited article is here.'
        ) : (
          <>
            <CountText count={itemCount} noun="article" /> {itemCount === 1 ? 'is' : 'are'} cited{' '}
            {product && `by ${product.name} articles `}but missing here, most-cited first. Add one and every link to it
            works.
            <span data-live>
              {' '}
              Download: <a href={wantedFileUrl('csv', product?.slug)}>CSV</a>,{' '}
              <a href={wantedFileUrl('json', product?.slug)}>JSON</a>.
            </span>
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
    </SiteShell>
  )
}

async function findWanted({ searchParams }: Props) {
  const { product, page } = await searchParams
  return listWanted(index(), {
    product: typeof product === 'string' ? product : undefined,
    page: parsePageNumber(page),
  })
}
