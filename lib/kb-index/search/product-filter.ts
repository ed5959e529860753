import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'

/** The longest product name has this many words. */
const MAX_FILTER_WORDS = 16

/**
 * Lists the products that a filter means: those of the family or version with this slug, else the one with it
 * and those of all families with its words, else all whose slugs have its words.
 */
export function listProductIds(database: IndexDatabase, filter: string): number[] {
  const list = (condition: string, parameter: string) =>
    allRows<{ id: number }>(database, `SELECT id FROM product WHERE ${condition} ORDER BY id`, [parameter])
  const listInFamilies = (condition: string, parameter: string) =>
    list(
      `id IN (SELECT productId FROM familyProduct JOIN family ON family.id = familyId WHERE ${condition})`,
      parameter,
    )
  const inFamily = listInFamilies('family.slug = ?', filter)
  if (inFamily.length > 0) return inFamily.map(({ id }) => id)
  const exact = list('slug = ?', filter)
  const words = JSON.stringify(filter.split('-').slice(0, MAX_FILTER_WORDS))
  const inFamilies = listInFamilies(hasWords('family.slug'), words)
  const known = inFamilies.length > 0 || exact.length > 0 ? [...exact, ...inFamilies] : list(hasWords('slug'), words)
  return [...new Set(known.map(({ id }) => id))]
}

/** Lists all products that have the words of a slug in their own slug or in that of a family, group or version of theirs. */
export function listProductIdsWithWords(database: IndexDatabase, slug: string): number[] {
  return allRows<{ id: number }>(
    database,
    `SELECT id FROM product WHERE ${hasWords('slug')} OR id IN (
       SELECT productId FROM familyProduct JOIN family ON family.id = familyId WHERE ${hasWords('family.slug')}) ORDER BY id`,
    Array.from({ length: 2 }, () => JSON.stringify(slug.split('-').slice(0, MAX_FILTER_WORDS))),
  ).map(({ id }) => id)
}

/** Tells whether a family, version or product has exactly this slug. */
export function isProductName(database: IndexDatabase, slug: string): boolean {
  const sql = 'SELECT 1 FROM family WHERE slug = :slug UNION ALL SELECT 1 FROM product WHERE slug = :slug LIMIT 1'
  return firstRow(database, sql, { slug }) !== undefined
}

function hasWords(slug: string): string {
  return `NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr('-' || ${slug} || '-', '-' || word.value || '-') = 0)`
}
