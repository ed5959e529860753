import type { ProductDetails, ProductSummary, ProductVersionSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { compareVersions } from '@/lib/kb/releases/product-names'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'

const COLUMNS = 'name, slug, articleCount'
/** No product name has more words. */
const MAX_FILTER_WORDS = 16
const MAX_FOUND = 300

/** Lists families by name, and product groups, those with most articles first. */
export const listProducts = perVersion(
  (database: IndexDatabase): { families: readonly ProductSummary[]; groups: readonly ProductSummary[] } => ({
    families: allRows<ProductSummary>(database, `SELECT ${COLUMNS} FROM family WHERE wholeId IS NULL`).sort(
      (one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }),
    ),
    groups: allRows<ProductSummary>(
      database,
      `SELECT coalesce(shownAs, name) AS name, slug, articleCount FROM product
       WHERE isGroup AND NOT isHidden ORDER BY articleCount DESC, name`,
    ),
  }),
)

/** Lists the families with most articles. */
export function listLargestFamilies(database: IndexDatabase, limit: number): ProductSummary[] {
  return allRows(
    database,
    `SELECT ${COLUMNS} FROM family WHERE wholeId IS NULL ORDER BY articleCount DESC, name LIMIT ?`,
    [limit],
  )
}

/** Lists families and versions whose names have all words of a text, families first. */
export function findProducts(database: IndexDatabase, text: string): ProductSummary[] {
  const words = text.toLowerCase().split(/\s+/u).slice(0, MAX_FILTER_WORDS)
  return allRows(
    database,
    `SELECT ${COLUMNS} FROM family
     WHERE NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr(lower(name), word.value) = 0)
     ORDER BY wholeId IS NOT NULL, articleCount DESC, name LIMIT ?`,
    [JSON.stringify(words), MAX_FOUND],
  )
}

/** Gives the family, version, group or product that a slug names. */
export function getProduct(database: IndexDatabase, slug: string): ProductDetails | undefined {
  const row = firstRow<ProductSummary & { id: number; wholeId?: number }>(
    database,
    `SELECT id, wholeId, ${COLUMNS} FROM family WHERE slug = ?`,
    [slug],
  )
  if (!row) {
    const sql = `SELECT coalesce(shownAs, name) AS name, slug, articleCount FROM product WHERE slug = ?`
    const product = firstRow<ProductSummary>(database, sql, [slug])
    return product && { ...product, versions: [] }
  }
  const { id, wholeId, ...product } = row
  const family =
    wholeId === undefined
      ? undefined
      : firstRow<ProductSummary>(database, `SELECT ${COLUMNS} FROM family WHERE id = ?`, [wholeId])
  return { ...product, family, versions: listVersions(database, wholeId ?? id) }
}

export function hasProduct(database: IndexDatabase, slug: string): boolean {
  return ['family', 'product'].some((table) => firstRow(database, `SELECT 1 FROM ${table} WHERE slug = ?`, [slug]))
}

/**
 * Gives the slug under which a product name is browsed, for a slug that is only that of a name: its one version, or else its
 * family. Groups, families and versions keep their own.
 */
export function getBrowsedSlug(database: IndexDatabase, slug: string): string {
  if (firstRow(database, 'SELECT 1 FROM family WHERE slug = ?', [slug])) return slug
  const rows = allRows<{ slug: string; isVersion: number }>(
    database,
    `SELECT family.slug, family.wholeId IS NOT NULL AS isVersion FROM product
     JOIN familyProduct ON productId = product.id JOIN family ON family.id = familyProduct.familyId
     WHERE product.slug = ? AND NOT product.isGroup ORDER BY family.id`,
    [slug],
  )
  const versions = rows.filter(({ isVersion }) => isVersion)
  return (versions.length === 1 ? versions[0] : rows.find(({ isVersion }) => !isVersion))?.slug ?? slug
}

/** Lists the products and the group of an article, by name, each with the slug under which it is browsed. */
export function listProductsOf(database: IndexDatabase, number: KbNumber): ProductSummary[] {
  return allRows<ProductSummary>(
    database,
    `SELECT ${COLUMNS} FROM articleProduct JOIN product ON product.id = articleProduct.productId
     WHERE articleProduct.number = ? AND NOT product.isHidden ORDER BY name`,
    [number],
  ).map((product) => ({ ...product, slug: slugOfName(database, product.slug) }))
}

/** `getBrowsedSlug` for the names that the collection has, each asked for once. */
function slugOfName(database: IndexDatabase, slug: string): string {
  const known = slugsOfNames(database)
  const browsed = known.get(slug) ?? getBrowsedSlug(database, slug)
  known.set(slug, browsed)
  return browsed
}

const slugsOfNames = perVersion(() => new Map<string, string>())

/** Gives the family to which most products of an article belong, for its breadcrumbs. */
export function getMainFamily(database: IndexDatabase, number: KbNumber): ProductSummary | undefined {
  return firstRow(
    database,
    `SELECT family.name, family.slug, family.articleCount
     FROM articleProduct JOIN familyProduct USING (productId) JOIN family ON family.id = familyProduct.familyId
     WHERE articleProduct.number = ? AND family.wholeId IS NULL
     GROUP BY family.id ORDER BY count(*) DESC, family.articleCount DESC, family.name LIMIT 1`,
    [number],
  )
}

function listVersions(database: IndexDatabase, familyId: number): ProductVersionSummary[] {
  return allRows<ProductVersionSummary>(database, `SELECT ${COLUMNS}, line, version FROM family WHERE wholeId = ?`, [
    familyId,
  ]).sort((one, other) => one.line.localeCompare(other.line) || compareVersions(one.version, other.version))
}
