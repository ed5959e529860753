import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { closeDatabase, openDatabase } from './driver'
import { allRows } from './rows'

/**
 * Puts a complete index in place of another, whose readers read on in what they have open. Whenever the process or the
 * machine may stop, the path holds the old index or the new one, whole.
 */
export function swapIn(draft: string, file: string): void {
  sync(draft, 'r+')
  if (existsSync(`${file}-wal`)) settle(file)
  // Before the new index takes the name: it would take the changes of the old one for its own.
  removeJournals(file)
  renameSync(draft, file)
  // Windows does not open folders, and keeps their order by itself.
  if (process.platform !== 'win32') sync(dirname(file), 'r')
}

/** Removes a database with all that belongs to it. */
export function removeDatabase(file: string): void {
  rmSync(file, { force: true })
  removeJournals(file)
}

/** Moves what stands in the journal of the old index into the index itself, so that it is whole without. */
function settle(file: string): void {
  const database = openDatabase(file, 10_000)
  try {
    const [state] = allRows<{ busy: number }>(database, 'PRAGMA wal_checkpoint(TRUNCATE)')
    if (state?.busy !== 0) throw new Error(`The index at ${file} is being read without a pause. Try again later.`)
  } catch (error) {
    // What is no database is no index that anything could be lost of.
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
