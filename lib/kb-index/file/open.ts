import { statSync } from 'node:fs'
import { closeDatabase, execute, type IndexDatabase, openDatabase } from './driver'
import { identityOf, readIndexLabel } from './index-label.mjs'
import { findFault, findFaultSlowly, type IndexFault } from './proof'

/** An index with another version of schema.sql is rebuilt. */
export const SCHEMA_VERSION = 27

/** Opens an index for reading. Throws if there is none, or none that may be read. */
export function openIndex(file: string): IndexDatabase {
  const fault = findIndexFault(file)
  if (fault) throw new Error(`${describeFault(file, fault)} Build it with "npm run index:build".`)
  return openForReading(file)
}

/** Tells whether `file` is an index that this code can read, as its writer left it. */
export function isCurrentIndex(file: string): boolean {
  return findIndexFault(file) === undefined
}

/** Gives the reason why `file` is no index that may be read, or `undefined`. */
export function findIndexFault(file: string): IndexFault | undefined {
  return findFault(file, SCHEMA_VERSION)
}

/** Says in one sentence why a file may not be read. */
export function describeFault(file: string, fault: IndexFault): string {
  if (fault === 'missing') return `There is no index at ${file}.`
  if (fault === 'outdated') return `The index at ${file} was made by another version of KB Viewer.`
  return `The index at ${file} is damaged: it is not what was written.`
}

interface SharedIndex {
  readonly label: string | undefined
  /** When the file was written, in milliseconds since 1970. */
  readonly writtenAt: number
  readonly file: string
  readonly identity: string | undefined
  readonly database: IndexDatabase
  lookedAt: number
  provenAt: number
  /** The identity of a file that is being read to its end, or was and is no sound index. */
  suspect?: string
}

declare global {
  // The framework bundles this module several times into one process, and each would open and prove the file for itself.
  var kbIndex: { shared?: SharedIndex; isLooking?: boolean } | undefined
}

globalThis.kbIndex ??= {}
const state = globalThis.kbIndex
/** How often this process looks for a new index file, in milliseconds. */
const LOOK_INTERVAL = 50
/** A disk may fail without a new time of the file. */
const PROVE_INTERVAL = 10 * 60_000
/** A new file is read to its end before it is opened, which takes seconds on a busy computer. In milliseconds. */
const OPEN_WITHIN = 10_000
/** Requests that began before a swap may read on in the old index for this long, in milliseconds. */
const CLOSE_DELAY = 10_000

/**
 * Gives the one open index of this process. A file that has been swapped in is read to its end while the old one is still
 * served, and opened if it is sound. An index that was written in place, has gone or does not pass a later look is served no
 * longer.
 */
export function sharedIndex(file: string): IndexDatabase {
  const now = performance.now()
  const { shared } = state
  if (shared?.file === file && now - shared.lookedAt < LOOK_INTERVAL) return shared.database
  const identity = identityOf(file)
  let index = shared
  if (index?.file !== file || !isSwapped(index.identity, identity)) index = share(file, identity)
  else if (index.identity !== identity || now - index.provenAt > PROVE_INTERVAL) prove(index, identity)
  index.lookedAt = now
  return index.database
}

/** True for the same file, and for another file of the same name. */
function isSwapped(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false
  return before === after || inodeOf(before) !== inodeOf(after)
}

function inodeOf(identity: string): string {
  return identity.split(' ', 2).join(' ')
}

/** Opens a file in place of what is shared. Throws if it is no sound index. */
function share(file: string, identity: string | undefined): SharedIndex {
  const before = state.shared
  state.shared = undefined
  if (before) setTimeout(closeDatabase, CLOSE_DELAY, before.database).unref()
  const now = performance.now()
  const database = openIndex(file)
  const label = identity === undefined ? undefined : readIndexLabel(file, identity)
  const shared = { file, identity, label, database, lookedAt: now, provenAt: now, writtenAt: statSync(file).mtimeMs }
  state.shared = shared
  // The first request after a pause must not meet what was replaced long ago.
  if (!state.isLooking) setInterval(look, LOOK_INTERVAL).unref()
  state.isLooking = true
  return shared
}

function look(): void {
  const { shared } = state
  if (!shared || isCurrentlyServed(shared)) return
  try {
    sharedIndex(shared.file)
  } catch {
    // Nothing is shared any more, so that the next request meets the fault itself.
  }
}

function isCurrentlyServed({ file, identity, suspect }: SharedIndex): boolean {
  const now = identityOf(file)
  return now === identity || now === suspect
}

/** Reads the file to its end between requests. */
function prove(index: SharedIndex, identity: string | undefined): void {
  if (index.suspect === identity) return
  index.suspect = identity
  const conclude = (fault: IndexFault | undefined) => {
    if (state.shared !== index || identityOf(index.file) !== identity) return
    const isSame = index.identity === identity
    if (fault === undefined) index.suspect = undefined
    index.provenAt = performance.now()
    // What is served has broken. The next request reads it again and fails.
    if (fault !== undefined && isSame) state.shared = { ...index, identity: undefined, lookedAt: 0 }
    if (fault === undefined && !isSame) share(index.file, identity)
  }
  void findFaultSlowly(index.file, SCHEMA_VERSION)
    .catch((): IndexFault => 'damaged')
    .then(conclude)
}

/**
 * Gives the time since which no answer has changed, in milliseconds, the same in all processes: each has opened a new file this long
 * after it was written.
 */
export function getIndexTime(file: string): number {
  sharedIndex(file)
  return state.shared ? state.shared.writtenAt + OPEN_WITHIN : 0
}

/** Gives the label of the file behind an open index, or `undefined` if another one has taken its place. */
export function getIndexLabel(database: IndexDatabase): string | undefined {
  return state.shared?.database === database ? state.shared.label : undefined
}

/** Waits, because a program that is not ours may lock the file for a moment. */
function openForReading(file: string): IndexDatabase {
  const database = openDatabase(file, 2000)
  execute(database, 'PRAGMA mmap_size = 67108864')
  return database
}
