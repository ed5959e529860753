import { constants, copyFileSync, readFileSync, renameSync } from 'node:fs'
import { execute, type IndexDatabase, openDatabase } from '@/lib/kb-index/file/driver'
import { SCHEMA_VERSION } from '@/lib/kb-index/file/open'
import { removeDatabase } from '@/lib/kb-index/file/swap-in'

/** Rows go to many places of a large file, which would else be read and written again and again. */
const CACHE_KB = 64 * 1024

/** Names the file in which an index is made. */
export function draftOf(file: string): string {
  return `${file}.draft`
}

/** Begins a draft: an empty index, or a copy of the present one; `spare` is such a copy and is used up. */
export function openDraft(file: string, { isNew, spare }: { isNew: boolean; spare?: string }): IndexDatabase {
  // A killed process may have left a draft.
  removeDatabase(draftOf(file))
  // Some file systems copy nothing until it is written.
  if (spare !== undefined) renameSync(spare, draftOf(file))
  else if (!isNew) copyFileSync(file, draftOf(file), constants.COPYFILE_FICLONE)
  const database = openDatabase(draftOf(file))
  // After a crash the draft is thrown away, so it needs no journal.
  execute(database, `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${CACHE_KB}`)
  if (isNew) execute(database, readFileSync(new URL('../schema.sql', import.meta.url), 'utf8'))
  execute(database, `PRAGMA user_version = ${SCHEMA_VERSION}; BEGIN`)
  return database
}

/** Removes the draft if it cannot be begun: a full disk must not be left fuller. */
export function orNothing<Writer>(file: string, begin: () => Writer): Writer {
  try {
    return begin()
  } catch (error) {
    removeDatabase(draftOf(file))
    throw error
  }
}
