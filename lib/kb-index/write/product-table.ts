import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow, run } from '@/lib/kb-index/file/rows'
import { uniqueSlugs } from './unique-slugs'

/** The products of an index under construction, each with an address of its own. */
export class ProductTable {
  readonly #database: IndexDatabase
  readonly #ids = new Map<string, number>()
  /** Products of articles that have come, gone or changed. What is derived of the others stays true. */
  readonly #changed = new Set<number>()

  constructor(database: IndexDatabase) {
    this.#database = database
  }

  /** Enters an article under its products, the products of its components, and its group. */
  link({ number, products = [], productGroups = {}, productGroup }: FrontMatter): void {
    const insert = (name: string, isGroup: 0 | 1) => {
      const id = this.#idOf(name)
      this.#changed.add(id)
      run(this.#database, 'INSERT OR REPLACE INTO articleProduct (productId, number, isGroup) VALUES (?, ?, ?)', [
        id,
        number,
        isGroup,
      ])
    }
    for (const name of new Set([...products, ...Object.values(productGroups).flat()])) insert(name, 0)
    if (productGroup !== undefined) insert(productGroup, 1)
  }

  /** Takes an article from under its products. */
  unlink(number: KbNumber): void {
    const rows = allRows<{ id: number }>(
      this.#database,
      'SELECT productId AS id FROM articleProduct WHERE number = ?',
      [number],
    )
    for (const { id } of rows) this.#changed.add(id)
    run(this.#database, 'DELETE FROM articleProduct WHERE number = ?', [number])
  }

  /** Counts the articles of each product, forgets products without any, tells which are groups or in one, names addresses. */
  derive(): void {
    const changed = JSON.stringify([...this.#changed])
    for (const sql of [
      `UPDATE product SET
         articleCount = (SELECT count(*) FROM articleProduct WHERE productId = product.id),
         isGroup = EXISTS (SELECT 1 FROM articleProduct WHERE productId = product.id AND articleProduct.isGroup)
       WHERE id IN (SELECT value FROM json_each(?))`,
      'DELETE FROM product WHERE articleCount = 0 AND id IN (SELECT value FROM json_each(?))',
      `UPDATE product SET isInGroup = NOT isGroup AND EXISTS (
         SELECT 1 FROM articleProduct AS own
         JOIN articleProduct AS other ON other.number = own.number AND other.isGroup
         WHERE own.productId = product.id
       ) WHERE id IN (SELECT value FROM json_each(?))`,
    ]) {
      run(this.#database, sql, [changed])
    }
    this.#changed.clear()
    this.#ids.clear()
    this.#nameAddresses()
  }

  #nameAddresses(): void {
    const rows = allRows<{ name: string; slug: string | null }>(this.#database, 'SELECT name, slug FROM product')
    const slugs = uniqueSlugs(rows.map(({ name }) => name))
    const changed = rows.filter(({ name, slug }) => slugs.get(name) !== slug)
    // All are taken away before any is given, since two products may change places.
    for (const { name } of changed) run(this.#database, 'UPDATE product SET slug = NULL WHERE name = ?', [name])
    for (const { name } of changed) {
      run(this.#database, 'UPDATE product SET slug = ? WHERE name = ?', [slugs.get(name) ?? null, name])
    }
  }

  #idOf(name: string): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const row =
      firstRow<{ id: number }>(this.#database, 'SELECT id FROM product WHERE name = ?', [name]) ??
      firstRow<{ id: number }>(this.#database, 'INSERT INTO product (name) VALUES (?) RETURNING id', [name])
    if (!row) throw new Error(`The product ${JSON.stringify(name)} could not be entered.`)
    this.#ids.set(name, row.id)
    return row.id
  }
}
