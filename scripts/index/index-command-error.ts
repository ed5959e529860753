import { dirname } from 'node:path'
import { CommandError } from '@/scripts/shared/command-error.mjs'

/** What the operator can do about a system that refuses to write the index, by the code of the error. */
const ADVICE: Readonly<Record<string, (indexFile: string) => string>> = {
  ENOSPC: tellDiskFull,
  SQLITE_FULL: tellDiskFull,
  EDQUOT: tellDiskFull,
  EISDIR: tellFolder,
  ENOTEMPTY: tellFolder,
  EACCES: tellForbidden,
  EPERM: tellForbidden,
  EROFS: tellForbidden,
  SQLITE_READONLY: tellForbidden,
  SQLITE_CANTOPEN: tellForbidden,
}

/** Turns a fault of writing the index into an error for the command line; gives every other fault as it is. */
export function toIndexCommandError(error: unknown, indexFile: string): unknown {
  if (!(error instanceof Error && 'code' in error) || !isOfIndex(error, indexFile)) return error
  const tell = ADVICE[codeOf(error)]
  return tell ? new CommandError(tell(indexFile), { cause: error }) : error
}

/** The driver gives no code for a file that it cannot open, and SQLite's number at the end of the message. */
function codeOf(error: Error & { readonly code?: unknown }): string {
  return /Unable to open connection to local database .*: 14\W*$/.test(error.message)
    ? 'SQLITE_CANTOPEN'
    : String(error.code)
}

/** Faults of files have a path, and those of the database none. */
function isOfIndex(error: Error, indexFile: string): boolean {
  if (!('path' in error) || typeof error.path !== 'string') return true
  return error.path.startsWith(indexFile) || error.path === dirname(indexFile)
}

function tellDiskFull(indexFile: string): string {
  return `The disk is full, so the index ${indexFile} was not written; the old one, if any, is unchanged. Free space for two indexes, or set KB_INDEX to a file on another disk.`
}

function tellFolder(indexFile: string): string {
  return `${indexFile} is a folder that is not empty, so the index cannot be written there. Move the folder, or set KB_INDEX to another file.`
}

function tellForbidden(indexFile: string): string {
  return `The index ${indexFile} cannot be written by this user. Allow writing to its folder, or set KB_INDEX to a file elsewhere.`
}
