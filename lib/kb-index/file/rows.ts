import { type IndexDatabase, type PreparedQuery, prepare } from './driver'

type Value = string | number | boolean | Uint8Array | undefined
type Parameters = readonly Value[] | Readonly<Record<string, Value>>

const prepared = new WeakMap<IndexDatabase, Map<string, PreparedQuery>>()

/**
 * Gives all rows of a query, with `undefined` for NULL. The caller says with `Row` what the columns are; this is not checked,
 * because the schema is our own and has a version.
 */
export function allRows<Row>(database: IndexDatabase, sql: string, parameters: Parameters = []): Row[] {
  const rows = preparedOf(database, sql).all(toBindable(parameters)) as Record<string, unknown>[]
  for (const row of rows) for (const column in row) if (row[column] === null) row[column] = undefined
  return rows as Row[]
}

export function firstRow<Row>(database: IndexDatabase, sql: string, parameters: Parameters = []): Row | undefined {
  // `get` would leave the statement open, and an open statement keeps an old index file alive.
  return allRows<Row>(database, sql, parameters)[0]
}

/** Gives the column `count` of a query with one row. */
export function countRows(database: IndexDatabase, sql: string, parameters: Parameters = []): number {
  return firstRow<{ count: number }>(database, sql, parameters)?.count ?? 0
}

/** Gives how many rows there are where at most `limit` were read: asks only if there may be more. */
export function countBeyond(rows: readonly unknown[], limit: number, count: () => number): number {
  return rows.length < limit ? rows.length : count()
}

/**
 * Gives the columns of a query, each as an array in the order of the rows. For tens of thousands of rows this is four times as
 * fast as rows.
 */
export function allColumns<Columns extends Record<string, unknown>>(
  database: IndexDatabase,
  names: readonly (keyof Columns & string)[],
  sql: string,
): { [Name in keyof Columns]: readonly Columns[Name][] } {
  const arrays = names.map((name) => `json_group_array(${name}) AS ${name}`).join(', ')
  const row = firstRow<Record<string, string>>(database, `SELECT ${arrays} FROM (${sql})`)
  const columns = names.map((name): [string, unknown] => [name, JSON.parse(row?.[name] ?? '[]')])
  return Object.fromEntries(columns) as { [Name in keyof Columns]: readonly Columns[Name][] }
}

/** Runs a statement that changes rows. */
export function run(database: IndexDatabase, sql: string, parameters: Parameters = []): void {
  preparedOf(database, sql).run(toBindable(parameters))
}

/** Inserts a row with these columns. Their names become part of the SQL, so they must come from our code. */
export function insertRow(database: IndexDatabase, table: string, row: Readonly<Record<string, Value>>): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?')
  run(database, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row))
}

/** How many rows one statement enters. More take hardly less time each. */
const ROWS_AT_ONCE = 40

/** Enters rows many at a time, which takes less than half the time of one by one. None is sure to be there before `flush`. */
export class RowBatch {
  readonly #database: IndexDatabase
  readonly #statement: { readonly begin: string; readonly row: string; readonly end: string }
  #values: Value[] = []
  #rowCount = 0

  /** The parts of the statement become SQL, so they must come from our code: what precedes the rows, one row, what follows. */
  constructor(database: IndexDatabase, begin: string, row: string, end = '') {
    this.#database = database
    this.#statement = { begin, row, end }
  }

  /** Adds a row. Its bytes are copied, since they may be in memory that is used again. */
  add(...row: readonly Value[]): void {
    for (const value of row) this.#values.push(value instanceof Uint8Array ? value.slice() : value)
    if (++this.#rowCount === ROWS_AT_ONCE) this.#enter(this.#values, ROWS_AT_ONCE)
  }

  flush(): void {
    const width = this.#values.length / this.#rowCount
    const values = this.#values
    for (let at = 0; at < values.length; at += width) this.#enter(values.slice(at, at + width), 1)
  }

  #enter(values: readonly Value[], rowCount: number): void {
    const { begin, row, end } = this.#statement
    run(this.#database, `${begin} VALUES ${Array(rowCount).fill(row).join(', ')} ${end}`, values)
    this.#values = []
    this.#rowCount = 0
  }
}

function toBindable(parameters: Parameters) {
  if (Array.isArray(parameters)) return parameters.map(toBindableValue)
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toBindableValue(value)]))
}

/** SQLite has neither `undefined` nor booleans. */
function toBindableValue(value: Value): string | number | Uint8Array | null {
  return typeof value === 'boolean' ? Number(value) : (value ?? null)
}

function preparedOf(database: IndexDatabase, sql: string): PreparedQuery {
  const queries = prepared.get(database) ?? new Map<string, PreparedQuery>()
  prepared.set(database, queries)
  const query = queries.get(sql) ?? prepare(database, sql)
  queries.set(sql, query)
  return query
}
