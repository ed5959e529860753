import type { FrontMatter } from '@/lib/kb/front-matter'
import { slugOf } from '@/lib/kb/slug'
import type { IndexDatabase } from './open'
import { allRows, firstRow, run } from './rows'

/** The products of an index under construction, each with an address of its own. */
export class ProductTable {
  readonly #database: IndexDatabase
  readonly #ids = new Map<string, number>()

  constructor(database: IndexDatabase) {
    this.#database = database
  }

  /** Enters an article under its products, the products of its components, and its group. */
  link({ number, products = [], productGroups = {}, productGroup }: FrontMatter): void {
    const insert = (name: string, isGroup: boolean) =>
      run(this.#database, 'INSERT OR IGNORE INTO articleProduct (productId, number) VALUES (?, ?)', [
        this.#idOf(name, isGroup),
        number,
      ])
    for (const name of new Set([...products, ...Object.values(productGroups).flat()])) insert(name, false)
    if (productGroup !== undefined) insert(productGroup, true)
  }

  /** Counts the articles of each product, forgets products without any, and tells which belong to groups. */
  derive(): void {
    const sql = `
      UPDATE product SET articleCount = (SELECT count(*) FROM articleProduct WHERE productId = product.id);
      DELETE FROM product WHERE articleCount = 0;
      UPDATE product SET isInGroup = NOT isGroup AND EXISTS (
        SELECT 1 FROM articleProduct AS own
        JOIN articleProduct AS other ON other.number = own.number
        JOIN product AS grouping ON grouping.id = other.productId AND grouping.isGroup
        WHERE own.productId = product.id
      );`
    this.#database.exec(sql)
    this.#ids.clear()
  }

  #idOf(name: string, isGroup: boolean): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const row = firstRow<{ id: number; isGroup: number }>(
      this.#database,
      'SELECT id, isGroup FROM product WHERE name = ?',
      [name],
    )
    const id = row?.id ?? this.#insert(name, isGroup)
    if (row && isGroup && !row.isGroup) run(this.#database, 'UPDATE product SET isGroup = 1 WHERE id = ?', [id])
    this.#ids.set(name, id)
    return id
  }

  #insert(name: string, isGroup: boolean): number {
    const [row] = allRows<{ id: number }>(
      this.#database,
      'INSERT INTO product (name, slug, isGroup) VALUES (?, ?, ?) RETURNING id',
      [name, this.#freeSlug(name), isGroup ? 1 : 0],
    )
    if (!row) throw new Error(`The product ${JSON.stringify(name)} could not be entered.`)
    return row.id
  }

  #freeSlug(name: string): string {
    const slug = slugOf(name)
    const taken = new Set(
      allRows<{ slug: string }>(this.#database, 'SELECT slug FROM product WHERE slug = ? OR slug LIKE ?', [
        slug,
        `${slug}-%`,
      ]).map((row) => row.slug),
    )
    let free = slug
    for (let count = 2; taken.has(free); count++) free = `${slug}-${count}`
    return free
  }
}
