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

/** Takes the lock of the file once for all that is read, since each query would take it anew. */
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
