import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'

/** The longest product name has this many words. */
const MAX_FILTER_WORDS = 16

/** Lists the products that a filter means: those of the family or version with this slug, the one with it, or all whose slugs have its words. */
export function listProductIds(database: IndexDatabase, filter: string): number[] {
  const list = (condition: string, parameter: string) =>
    allRows<{ id: number }>(database, `SELECT id FROM product WHERE ${condition} ORDER BY id`, [parameter])
  const inFamily = list(
    'id IN (SELECT productId FROM familyProduct JOIN family ON family.id = familyId WHERE family.slug = ?)',
    filter,
  )
  if (inFamily.length > 0) return inFamily.map(({ id }) => id)
  const exact = list('slug = ?', filter)
  const named = () =>
    list(
      `NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr('-' || slug || '-', '-' || word.value || '-') = 0)`,
      JSON.stringify(filter.split('-').slice(0, MAX_FILTER_WORDS)),
    )
  return (exact.length > 0 ? exact : named()).map(({ id }) => id)
}
