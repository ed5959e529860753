import Database from 'libsql'

declare const inside: unique symbol

/** An open index. Opaque: queries take it, and only this folder can look inside. */
export interface IndexDatabase {
  readonly [inside]: never
}

export type PreparedQuery = Database.Statement

/** Opens or creates a database file. `patience` is how long it waits for a lock of another process, in milliseconds. */
export function openDatabase(file: string, patience = 0): IndexDatabase {
  const database = new Database(file)
  database.exec(`PRAGMA busy_timeout = ${patience}`)
  return database as unknown as IndexDatabase
}

export function closeDatabase(database: IndexDatabase): void {
  driverOf(database).close()
}

/** Runs statements without parameters and ignores their rows. */
export function execute(database: IndexDatabase, sql: string): void {
  driverOf(database).exec(sql)
}

export function prepare(database: IndexDatabase, sql: string): PreparedQuery {
  return driverOf(database).prepare(sql)
}

/** What one read has found out about its index, which nothing changes meanwhile. */
const reads = new WeakMap<IndexDatabase, Map<string, string>>()

/** Takes the lock of the file once for all that is read, since each query would take it anew. */
export function inOneRead<Result>(database: IndexDatabase, read: () => Result): Result {
  if (reads.has(database)) return read()
  execute(database, 'BEGIN')
  reads.set(database, new Map())
  try {
    return read()
  } finally {
    reads.delete(database)
    execute(database, 'COMMIT')
  }
}

/** Reads a text once in each `inOneRead`, and each time outside of one. */
export function oncePerRead(database: IndexDatabase, name: string, read: () => string): string {
  const known = reads.get(database)
  const text = known?.get(name) ?? read()
  known?.set(name, text)
  return text
}

function driverOf(database: IndexDatabase): Database.Database {
  return database as unknown as Database.Database
}
