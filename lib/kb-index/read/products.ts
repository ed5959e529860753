import type { ArticleSummary, PageOf, ProductSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { pageOf } from '@/lib/kb-index/file/page-of'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

export const ARTICLES_PER_PAGE = 50
/** At most this many products are listed; the archive's largest group has hundreds. */
const MAX_PRODUCTS = 200

const PRODUCT_COLUMNS = 'name, slug, articleCount'

/** Lists product groups, and products without a group, those with most articles first. */
export function listProducts(database: IndexDatabase): { groups: ProductSummary[]; products: ProductSummary[] } {
  const list = (condition: string) =>
    allRows<ProductSummary>(
      database,
      `SELECT ${PRODUCT_COLUMNS} FROM product WHERE ${condition} ORDER BY articleCount DESC, name LIMIT ?`,
      [MAX_PRODUCTS],
    )
  return { groups: list('isGroup'), products: list('NOT isGroup AND NOT isInGroup') }
}

/** A page of a product's articles in number order; for a group also its products. */
export interface ProductListing {
  readonly product: ProductSummary
  readonly products: readonly ProductSummary[]
  readonly articles: PageOf<ArticleSummary>
}

export function hasProduct(database: IndexDatabase, slug: string): boolean {
  return firstRow(database, 'SELECT 1 FROM product WHERE slug = ?', [slug]) !== undefined
}

export function getProduct(database: IndexDatabase, slug: string, page: number): ProductListing | undefined {
  const row = firstRow<ProductSummary & { id: number; isGroup: 0 | 1 }>(
    database,
    `SELECT id, isGroup, ${PRODUCT_COLUMNS} FROM product WHERE slug = ?`,
    [slug],
  )
  if (!row) return undefined
  const { id, isGroup, ...product } = row
  return {
    product,
    products: isGroup ? listProductsInGroup(database, id) : [],
    articles: pageOf(product.articleCount, { page, size: ARTICLES_PER_PAGE }, ({ limit, offset }) =>
      allRows<SummaryRow>(
        database,
        `SELECT ${SUMMARY_COLUMNS} FROM articleProduct JOIN article ON article.number = articleProduct.number
         WHERE articleProduct.productId = ? ORDER BY articleProduct.number LIMIT ? OFFSET ?`,
        [id, limit, offset],
      ).map(rowToSummary),
    ),
  }
}

/** Lists the products and the group of an article, by name. */
export function listProductsOf(database: IndexDatabase, number: KbNumber): ProductSummary[] {
  return allRows(
    database,
    `SELECT ${PRODUCT_COLUMNS} FROM articleProduct JOIN product ON product.id = articleProduct.productId
     WHERE articleProduct.number = ? ORDER BY name`,
    [number],
  )
}

function listProductsInGroup(database: IndexDatabase, group: number): ProductSummary[] {
  return allRows(
    database,
    `SELECT product.name, product.slug, count(*) AS articleCount
     FROM articleProduct AS own
     JOIN articleProduct AS other ON other.number = own.number
     JOIN product ON product.id = other.productId AND NOT product.isGroup
     WHERE own.productId = ?
     GROUP BY product.id ORDER BY count(*) DESC, product.name LIMIT ?`,
    [group, MAX_PRODUCTS],
  )
}
