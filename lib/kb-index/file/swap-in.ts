import { closeSync, fsyncSync, openSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { rememberProven, writeProof } from './proof'

/**
 * Replaces an index with a complete new one, while readers read on in the old one. Whenever the process or the machine stops,
 * the path has either the old index or the new one, complete and with its proof.
 */
export function swapIn(draft: string, file: string): void {
  writeProof(draft)
  // The new index would take the changes of another for its own.
  removeJournals(file)
  removeEmptyFolder(file)
  renameSync(draft, file)
  rememberProven(file)
  // Windows cannot open folders and keeps the order by itself.
  if (process.platform !== 'win32') sync(dirname(file))
}

/** Removes a database and its journals. */
export function removeDatabase(file: string): void {
  rmSync(file, { force: true })
  removeJournals(file)
}

function removeJournals(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

/** Throws for a folder that holds anything, which may be somebody's articles. */
function removeEmptyFolder(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) rmdirSync(file)
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
