import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { ProductRule } from '@/lib/kb/releases/product-rules'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow, insertRow, run } from '@/lib/kb-index/file/rows'
import { EntityTable } from './entity-table'
import { deriveFamilies } from './family-table'
import { uniqueSlugs } from './unique-slugs'

/** The table of products and product groups. */
export class ProductTable extends EntityTable {
  #areRulesNew = false

  constructor(database: IndexDatabase) {
    super(database, 'product')
  }

  /** Enters an article under its products, the products of its components, and its group. */
  link({ number, products = [], productGroups = {}, productGroup }: FrontMatter): void {
    const sql = 'INSERT OR REPLACE INTO articleProduct (productId, number, isGroup) VALUES (?, ?, ?)'
    for (const name of new Set([...products, ...Object.values(productGroups).flat()])) {
      run(this.database, sql, [this.touch(name), number, false])
    }
    if (productGroup !== undefined) run(this.database, sql, [this.touch(productGroup), number, true])
  }

  /** Puts the rules that a products file states in place of those that it stated before. */
  putRules(path: string, rules: readonly (ProductRule & { readonly fileLine: number })[]): void {
    this.removeRules(path)
    for (const { name, shownAs, hidden = false, fileLine } of rules) {
      insertRow(this.database, 'productRule', { name, shownAs, isHidden: hidden, path, fileLine })
      this.#areRulesNew = true
    }
  }

  removeRules(path: string): void {
    if (!firstRow(this.database, 'SELECT 1 FROM productRule WHERE path = ? LIMIT 1', [path])) return
    run(this.database, 'DELETE FROM productRule WHERE path = ?', [path])
    this.#areRulesNew = true
  }

  /**
   * Counts articles, deletes products without any, and derives which products are groups or in a group, their slugs, and the
   * families of their names.
   */
  derive(): void {
    const changed = this.takeChanged()
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
      run(this.database, sql, [changed])
    }
    this.#nameAddresses()
    deriveFamilies(this.database, changed, this.#areRulesNew)
    this.#areRulesNew = false
  }

  #nameAddresses(): void {
    const rows = allRows<{ name: string; slug?: string }>(this.database, 'SELECT name, slug FROM product')
    const slugs = uniqueSlugs(rows.map(({ name }) => name))
    const changed = rows.filter(({ name, slug }) => slugs.get(name) !== slug)
    // Remove all slugs before setting any, because two products may swap theirs.
    for (const { name } of changed) run(this.database, 'UPDATE product SET slug = NULL WHERE name = ?', [name])
    for (const { name } of changed) {
      run(this.database, 'UPDATE product SET slug = ? WHERE name = ?', [slugs.get(name), name])
    }
  }
}
