import { existsSync, statSync } from 'node:fs'
import Database from 'libsql'

/** The version of schema.sql. An index of another version is rebuilt. */
export const SCHEMA_VERSION = 13

export type IndexDatabase = Database.Database

/** Opens an index for reading. Throws when the file is missing or of another schema version. */
export function openIndex(file: string): IndexDatabase {
  if (!isCurrentIndex(file)) {
    throw new Error(`There is no current index at ${file}. Build it with "npm run index:build".`)
  }
  const database = openForReading(file)
  database.pragma('mmap_size = 268435456')
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
    database.close()
  }
}

let shared: { file: string; inode: number; checkedAt: number; database: IndexDatabase } | undefined
/** How often a request looks whether a new index file was swapped in, in milliseconds. */
const SWAP_CHECK_INTERVAL = 500

/** Gives the one open index of this process. A file that a build swapped in is opened in its place. */
export function sharedIndex(file: string): IndexDatabase {
  const now = performance.now()
  if (shared?.file === file && now - shared.checkedAt < SWAP_CHECK_INTERVAL) return shared.database
  const inode = statSync(file, { throwIfNoEntry: false })?.ino ?? 0
  if (shared?.file !== file || shared.inode !== inode) {
    const database = openIndex(file)
    shared?.database.close()
    shared = { file, inode, checkedAt: now, database }
  }
  shared.checkedAt = now
  return shared.database
}

/** An update locks readers out for some milliseconds, when it begins and ends its journal. They wait. */
function openForReading(file: string): IndexDatabase {
  const database = new Database(file, { readonly: true })
  database.pragma('busy_timeout = 2000')
  return database
}

function schemaVersionOf(database: IndexDatabase): number {
  const rows: unknown = database.prepare('SELECT user_version AS version FROM pragma_user_version').all()
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined
  return typeof row === 'object' && row !== null && 'version' in row ? Number(row.version) : -1
}
