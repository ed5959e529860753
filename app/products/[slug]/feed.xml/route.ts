import { answerText } from '@/app/answer-text'
import { getModified, index, site } from '@/lib/collection'
import { atomFeed, FEED_TYPE } from '@/lib/http/feed'
import { listChanges } from '@/lib/kb-index/read/lists/changes'
import { getProduct } from '@/lib/kb-index/read/products'
import { feedUrl, productUrl } from '@/lib/urls'

/** What is new among the articles of one product, and what was replaced. */
export async function GET(request: Request, { params }: RouteContext<'/products/[slug]/feed.xml'>): Promise<Response> {
  const { slug } = await params
  return answerText(request, FEED_TYPE, (origin) => {
    const product = getProduct(index(), slug)
    return (
      product &&
      atomFeed({
        origin,
        author: site().name,
        title: `${product.name}: new and replaced articles`,
        path: feedUrl(productUrl(slug)),
        page: productUrl(slug),
        changes: listChanges(index(), { product: slug }),
        modified: getModified(),
      })
    )
  })
}
