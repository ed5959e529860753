import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import type { SearchMemory } from './search-memory'

/** Masks that are kept for the next search: readers page through the hits of one product. */
const MAX_MASKS = 8
/** No name of a product has more words. */
const MAX_NAME_WORDS = 16

const masks = new WeakMap<SearchMemory, Map<string, Uint8Array>>()

/**
 * Gives for each ordinal whether its article belongs to a product: the one with this slug or, where there is none, every
 * one whose name has all of its words, such as `exchange`. No product gives no mask.
 */
export function findProductMask(
  database: IndexDatabase,
  memory: SearchMemory,
  product: string | undefined,
): Uint8Array | undefined {
  if (product === undefined) return undefined
  const known = masks.get(memory) ?? new Map<string, Uint8Array>()
  masks.set(memory, known)
  const mask = known.get(product) ?? readMask(database, memory, product)
  if (known.size >= MAX_MASKS) known.clear()
  known.set(product, mask)
  return mask
}

/** Tells whether a product filter finds anything. */
export function isProductFilter(database: IndexDatabase, product: string): boolean {
  return listProductIds(database, product).length > 0
}

function readMask(database: IndexDatabase, memory: SearchMemory, product: string): Uint8Array {
  const mask = new Uint8Array(memory.capacity)
  for (const id of listProductIds(database, product)) {
    const rows = allRows<{ ordinal: number }>(
      database,
      `SELECT articleText.ordinal FROM articleProduct JOIN articleText ON articleText.number = articleProduct.number
       WHERE articleProduct.productId = ? ORDER BY articleText.ordinal`,
      [id],
    )
    for (const { ordinal } of rows) mask[ordinal] = 1
  }
  return mask
}

function listProductIds(database: IndexDatabase, product: string): number[] {
  const exact = allRows<{ id: number }>(database, 'SELECT id FROM product WHERE slug = ? ORDER BY id', [product])
  const rows =
    exact.length > 0
      ? exact
      : allRows<{ id: number }>(
          database,
          `SELECT id FROM product WHERE NOT EXISTS (
             SELECT 1 FROM json_each(?) AS word WHERE instr('-' || product.slug || '-', '-' || word.value || '-') = 0)
           ORDER BY id`,
          [JSON.stringify(product.split('-').slice(0, MAX_NAME_WORDS))],
        )
  return rows.map(({ id }) => id)
}
