import { groupBy } from '@/lib/kb/articles/group-by'
import { formatProductVersion, parseProductName } from '@/lib/kb/releases/product-names'
import { execute, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow, insertRow, run } from '@/lib/kb-index/file/rows'
import { uniqueSlugs } from './unique-slugs'

interface Entry {
  readonly name: string
  /** The name of the family of a version. */
  readonly family?: string
  readonly line?: string
  readonly version?: string
  readonly products: number[]
}

/**
 * Derives families and their versions from the names of all products. `changed` has the ids of the products that have gained
 * or lost articles, as a JSON array. Families are made anew only if there are other names or other rules.
 */
export function deriveFamilies(database: IndexDatabase, changed: string, areRulesNew: boolean): void {
  const isNew = areRulesNew || hasOtherNames(database)
  if (isNew) writeFamilies(database)
  run(
    database,
    `UPDATE family SET articleCount = (
       SELECT count(DISTINCT number) FROM familyProduct
       CROSS JOIN articleProduct ON articleProduct.productId = familyProduct.productId
       WHERE familyProduct.familyId = family.id
     ) WHERE ${isNew ? '? IS NOT NULL' : 'id IN (SELECT familyId FROM familyProduct WHERE productId IN (SELECT value FROM json_each(?)))'}`,
    [changed],
  )
}

function hasOtherNames(database: IndexDatabase): boolean {
  const isMissing = `SELECT 1 FROM product WHERE NOT isGroup AND NOT isHidden
    AND NOT EXISTS (SELECT 1 FROM familyProduct WHERE productId = product.id)`
  const isGone = `SELECT 1 FROM familyProduct
    WHERE NOT EXISTS (SELECT 1 FROM product WHERE product.id = productId AND NOT isGroup)`
  return [isMissing, isGone].some((sql) => firstRow(database, `${sql} LIMIT 1`) !== undefined)
}

function writeFamilies(database: IndexDatabase): void {
  execute(
    database,
    `DELETE FROM family; DELETE FROM familyProduct;
     UPDATE product SET isHidden = 0, shownAs = NULL WHERE isHidden OR shownAs IS NOT NULL`,
  )
  // Of two rules for one name, that of the first file counts.
  run(
    database,
    `UPDATE product SET (isHidden, shownAs) = (
       SELECT isHidden, shownAs FROM productRule WHERE productRule.name = product.name ORDER BY path, fileLine LIMIT 1
     ) WHERE name IN (SELECT name FROM productRule)`,
  )
  const entries = listEntries(database)
  const slugs = uniqueSlugs(entries.map(({ name }) => name))
  const ids = new Map(entries.map(({ name }, index) => [name, index + 1]))
  for (const { name, family, line, version, products } of entries) {
    const id = ids.get(name)
    const wholeId = family === undefined ? undefined : ids.get(family)
    insertRow(database, 'family', { id, name, slug: slugs.get(name), wholeId, line, version })
    for (const productId of products) insertRow(database, 'familyProduct', { familyId: id, productId })
  }
}

/** Lists families before versions, each sorted by name, so that the order in which files are read changes nothing. */
function listEntries(database: IndexDatabase): Entry[] {
  const products = allRows<{ id: number; name: string; shownAs?: string }>(
    database,
    'SELECT id, name, shownAs FROM product WHERE NOT isGroup AND NOT isHidden ORDER BY name',
  ).map(({ id, name, shownAs }) => {
    const parsed = parseProductName(name)
    const family = shownAs ?? parsed.family
    const versions = shownAs === undefined ? parsed.versions : parsed.versions.map((one) => ({ ...one, line: shownAs }))
    return { id, family, versions }
  })
  const families = [...groupBy(products, ({ family }) => family)].map(
    ([name, parts]): Entry => ({ name, products: parts.map(({ id }) => id) }),
  )
  const taken = new Set(families.map(({ name }) => name))
  const versions = products.flatMap(({ id, family, versions }) =>
    versions.map((one) => ({ id, family, ...one, name: formatProductVersion(one) })),
  )
  const ofVersions = [...groupBy(versions, ({ name }) => name)]
    .filter(([name]) => !taken.has(name))
    .map(([name, parts]): Entry => {
      const [{ family, line, version }] = parts
      return { name, family, line, version, products: [...new Set(parts.map(({ id }) => id))] }
    })
  return [...families, ...ofVersions].sort(
    (one, other) =>
      Number(one.family !== undefined) - Number(other.family !== undefined) || (one.name < other.name ? -1 : 1),
  )
}
