import { rmSync } from 'node:fs'
import { closeDatabase, execute, openDatabase } from './driver'

/**
 * Takes the right to write the index in `file` and gives the function that returns it, or `undefined` while another process
 * has it. If the process dies, the operating system takes it back.
 */
export function lockIndex(file: string): (() => void) | undefined {
  const lock = `${file}.lock`
  try {
    return lockDatabase(lock)
  } catch (error) {
    if (!hasCode(error, 'SQLITE_NOTADB')) throw error
    // Somebody wrote into the file, which is empty otherwise.
    rmSync(lock)
    return lockDatabase(lock)
  }
}

function lockDatabase(lock: string): (() => void) | undefined {
  // The lock of an empty database works on every system and survives the swap of the index next to it.
  const database = openDatabase(lock)
  try {
    execute(database, 'BEGIN EXCLUSIVE')
    return () => {
      // The driver may close later, so end the transaction first.
      execute(database, 'ROLLBACK')
      closeDatabase(database)
    }
  } catch (error) {
    closeDatabase(database)
    if (hasCode(error, 'SQLITE_BUSY')) return undefined
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
