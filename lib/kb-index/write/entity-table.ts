import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow, insertRow, run } from '@/lib/kb-index/file/rows'

/** Entities are named things that articles share, with a table that links them to articles. */
type Entity = 'product' | 'signature'
/** The ids of others are looked up. */
const MAX_KNOWN_IDS = 200_000
const LINK_TABLES = { product: 'articleProduct', signature: 'signatureMention' } as const

/** A table of entities while the index is written. It knows which of them have gained or lost articles. */
export class EntityTable {
  readonly database: IndexDatabase
  readonly #entity: Entity
  readonly #ids = new Map<string, number>()
  readonly #changed = new Set<number>()

  constructor(database: IndexDatabase, entity: Entity) {
    this.database = database
    this.#entity = entity
  }

  /** Gives the id of an entity whose articles change, and enters a new entity with these columns. */
  touch(name: string, columns: Readonly<Record<string, string | number | undefined>> = {}): number {
    const id = this.#ids.get(name) ?? this.#find(name) ?? this.#insert(name, columns)
    if (this.#ids.size >= MAX_KNOWN_IDS) this.#ids.clear()
    this.#ids.set(name, id)
    this.#changed.add(id)
    return id
  }

  /** Removes the links of an article. */
  unlink(number: KbNumber): void {
    const table = LINK_TABLES[this.#entity]
    const sql = `SELECT ${this.#entity}Id AS id FROM ${table} WHERE number = ?`
    for (const { id } of allRows<{ id: number }>(this.database, sql, [number])) this.#changed.add(id)
    run(this.database, `DELETE FROM ${table} WHERE number = ?`, [number])
  }

  /** Gives the ids of the entities that have changed, as a JSON array, and starts over. */
  takeChanged(): string {
    const changed = JSON.stringify([...this.#changed])
    this.#changed.clear()
    this.#ids.clear()
    return changed
  }

  #find(name: string): number | undefined {
    return firstRow<{ id: number }>(this.database, `SELECT id FROM ${this.#entity} WHERE name = ?`, [name])?.id
  }

  #insert(name: string, columns: Readonly<Record<string, string | number | undefined>>): number {
    insertRow(this.database, this.#entity, { name, ...columns })
    const id = this.#find(name)
    if (id === undefined) throw new Error(`The ${this.#entity} ${JSON.stringify(name)} could not be entered.`)
    return id
  }
}
