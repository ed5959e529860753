import { existsSync, statSync } from 'node:fs'
import { closeDatabase, execute, type IndexDatabase, openDatabase } from './driver'
import { firstRow } from './rows'

/** An index with another version of schema.sql is rebuilt. */
export const SCHEMA_VERSION = 17

/** Opens an index for reading. Throws if the file is missing or of another schema version. */
export function openIndex(file: string): IndexDatabase {
  if (!isCurrentIndex(file)) {
    throw new Error(`There is no current index at ${file}. Build it with "npm run index:build".`)
  }
  const database = openForReading(file)
  execute(database, 'PRAGMA mmap_size = 268435456')
  return database
}

/** Tells whether `file` is an index that this code can read. */
export function isCurrentIndex(file: string): boolean {
  if (!existsSync(file)) return false
  const database = openForReading(file)
  try {
    return schemaVersionOf(database) === SCHEMA_VERSION
  } catch (error) {
    if (error instanceof Error && /not a database/i.test(error.message)) return false
    throw error
  } finally {
    closeDatabase(database)
  }
}

let shared: { file: string; inode: number; checkedAt: number; database: IndexDatabase } | undefined
/** Requests look for a new index file at most this often, in milliseconds. */
const SWAP_CHECK_INTERVAL = 500
/** Requests that began before a swap may read on in the old index for this long, in milliseconds. */
const CLOSE_DELAY = 10_000

/** Gives the one open index of this process, and opens a file that a build has swapped in. */
export function sharedIndex(file: string): IndexDatabase {
  const now = performance.now()
  if (shared?.file === file && now - shared.checkedAt < SWAP_CHECK_INTERVAL) return shared.database
  const inode = statSync(file, { throwIfNoEntry: false })?.ino ?? 0
  if (shared?.file !== file || shared.inode !== inode) {
    const database = openIndex(file)
    if (shared) setTimeout(closeDatabase, CLOSE_DELAY, shared.database).unref()
    shared = { file, inode, checkedAt: now, database }
  }
  shared.checkedAt = now
  return shared.database
}

/** Waits, because an update locks readers out for some milliseconds when it begins and ends its journal. */
function openForReading(file: string): IndexDatabase {
  return openDatabase(file, 2000)
}

function schemaVersionOf(database: IndexDatabase): number {
  const sql = 'SELECT user_version AS version FROM pragma_user_version'
  return firstRow<{ version: number }>(database, sql)?.version ?? -1
}
