import { closeDatabase, execute, openDatabase } from './driver'

/**
 * Takes the right to write the index in `file` and gives the function that returns it, or `undefined` while another process
 * has it. If the process dies, the operating system takes it back.
 */
export function lockIndex(file: string): (() => void) | undefined {
  // The lock of an empty database works on every system and survives the swap of the index next to it.
  const database = openDatabase(`${file}.lock`)
  try {
    execute(database, 'BEGIN EXCLUSIVE')
    return () => {
      // The driver may close later, so end the transaction first.
      execute(database, 'ROLLBACK')
      closeDatabase(database)
    }
  } catch (error) {
    closeDatabase(database)
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return undefined
    throw error
  }
}
