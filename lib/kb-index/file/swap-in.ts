import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { closeDatabase, openDatabase } from './driver'
import { allRows } from './rows'

/**
 * Replaces an index with a complete new one, while readers read on in the old one. Whenever the process or the machine stops,
 * the path has either the old index or the new one, complete.
 */
export function swapIn(draft: string, file: string): void {
  sync(draft, 'r+')
  if (existsSync(`${file}-wal`)) settle(file)
  // Otherwise the new index would take the changes of the old one for its own.
  removeJournals(file)
  renameSync(draft, file)
  // Windows cannot open folders and keeps the order by itself.
  if (process.platform !== 'win32') sync(dirname(file), 'r')
}

/** Removes a database and its journals. */
export function removeDatabase(file: string): void {
  rmSync(file, { force: true })
  removeJournals(file)
}

/** Moves the journal of the old index into the index, so that the index is complete without it. */
function settle(file: string): void {
  const database = openDatabase(file, 10_000)
  try {
    const [state] = allRows<{ busy: number }>(database, 'PRAGMA wal_checkpoint(TRUNCATE)')
    if (state?.busy !== 0) throw new Error(`The index at ${file} is being read without a pause. Try again later.`)
  } catch (error) {
    // Not a database, so there is nothing to save.
    if (!(error instanceof Error && /not a database|malformed/i.test(error.message))) throw error
  } finally {
    closeDatabase(database)
  }
}

function removeJournals(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
