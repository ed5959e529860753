import { closeDatabase, execute, openDatabase } from './driver'

/**
 * Takes the right to write the index in `file` and gives the function that returns it, or `undefined` while another process
 * has it. The operating system takes it back from a process that dies.
 */
export function lockIndex(file: string): (() => void) | undefined {
  // An empty database beside the index: its lock is one that every system has, and it outlives the swap of the index.
  const database = openDatabase(`${file}.lock`)
  try {
    execute(database, 'BEGIN EXCLUSIVE')
    return () => {
      // Not by `close` alone: the driver closes when it comes to it.
      execute(database, 'ROLLBACK')
      closeDatabase(database)
    }
  } catch (error) {
    closeDatabase(database)
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return undefined
    throw error
  }
}
