import Database from 'libsql'

declare const inside: unique symbol

/** An open index. Queries take it, and nothing can be done with it outside of this folder. */
export interface IndexDatabase {
  readonly [inside]: never
}

/** A query that the driver has parsed. */
export type PreparedQuery = Database.Statement

/** Opens a database file, or makes it. `patience` is how long it waits for another process's lock, in milliseconds. */
export function openDatabase(file: string, patience = 0): IndexDatabase {
  const database = new Database(file)
  database.exec(`PRAGMA busy_timeout = ${patience}`)
  return database as unknown as IndexDatabase
}

export function closeDatabase(database: IndexDatabase): void {
  driverOf(database).close()
}

/** Runs statements that have no parameters and whose rows do not matter. */
export function execute(database: IndexDatabase, sql: string): void {
  driverOf(database).exec(sql)
}

export function prepare(database: IndexDatabase, sql: string): PreparedQuery {
  return driverOf(database).prepare(sql)
}

export function isInTransaction(database: IndexDatabase): boolean {
  return driverOf(database).inTransaction
}

/** Reads in one state of the index, while another process may change it. */
export function inOneRead<Result>(database: IndexDatabase, read: () => Result): Result {
  execute(database, 'BEGIN')
  try {
    return read()
  } finally {
    execute(database, 'COMMIT')
  }
}

function driverOf(database: IndexDatabase): Database.Database {
  return database as unknown as Database.Database
}
