import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { crc32 } from 'node:zlib'
import { identityOf, PROOF_AT, PROOF_BYTES } from './index-label.mjs'

// An index that was swapped in never changes, so it carries a digest of its bytes: SHA-256 of the CRC-32 of each piece, which takes
// a third of the time of SHA-256 of all. It tells damage, not forgery: who can write the file can write its digest. The digest is in
// the 20 bytes of the header that SQLite reserves and leaves as they are; they count as zeros in it.

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const VERSION_AT = 60
const PIECE_BYTES = 1024 * 1024
const JOURNALS = ['-wal', '-journal']

/** Why a file is no index that may be read. */
export type IndexFault = 'missing' | 'damaged' | 'outdated'

/** Writes the proof of a complete database that is not open, and waits until the disk has it all. */
export function writeProof(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, digestOf(handle), 0, PROOF_BYTES, PROOF_AT)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What is known of a file that has not been written since: reading an index of 220 MB takes 0.1 seconds. */
const proven = new Map<string, IndexFault | undefined>()

/** Remembers that the bytes of a file are those of which its proof was just made. */
export function rememberProven(file: string): void {
  const handle = openSync(file, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    readSync(handle, header, 0, HEADER_BYTES, 0)
    proven.set(`${header.readInt32BE(VERSION_AT)} ${identityOf(file)}`, undefined)
  } finally {
    closeSync(handle)
  }
}

/** Finds out whether `file` is an index of this version with the bytes that its writer gave it. The driver sees it only then. */
export function findFault(file: string, schemaVersion: number): IndexFault | undefined {
  const identity = identityOf(file)
  if (identity === undefined) return 'missing'
  if (isOddFile(file)) return 'damaged'
  const key = `${schemaVersion} ${identity}`
  if (!proven.has(key)) proven.set(key, inspect(file, schemaVersion))
  return proven.get(key)
}

/** Does the same without what is known, and without keeping the thread from other work. */
export async function findFaultSlowly(file: string, schemaVersion: number): Promise<IndexFault | undefined> {
  const identity = identityOf(file)
  if (identity === undefined) return 'missing'
  if (isOddFile(file)) return 'damaged'
  const fault = await inspectSlowly(file, schemaVersion)
  proven.set(`${schemaVersion} ${identity}`, fault)
  return fault
}

/** True for a folder, and for a file with a journal: a finished index has none, and SQLite would take its changes. */
function isOddFile(file: string): boolean {
  const hasJournal = JOURNALS.some((suffix) => (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0) > 0)
  return hasJournal || !statSync(file, { throwIfNoEntry: false })?.isFile()
}

function inspect(file: string, schemaVersion: number): IndexFault | undefined {
  const handle = openSync(file, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    readSync(handle, header, 0, HEADER_BYTES, 0)
    return faultOfHeader(header, schemaVersion) ?? (digestOf(handle).equals(proofIn(header)) ? undefined : 'damaged')
  } finally {
    closeSync(handle)
  }
}

async function inspectSlowly(file: string, schemaVersion: number): Promise<IndexFault | undefined> {
  const handle = await open(file, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    await handle.read(header, 0, HEADER_BYTES, 0)
    const fault = faultOfHeader(header, schemaVersion)
    if (fault) return fault
    const worker = new Worker(DIGEST_IN_THREAD, {
      eval: true,
      workerData: { file, proofAt: PROOF_AT, proofBytes: PROOF_BYTES },
    })
    const [digest] = await once(worker, 'message')
    return Buffer.from(digest).equals(proofIn(header)) ? undefined : 'damaged'
  } finally {
    await handle.close()
  }
}

// A text, since the pages are bundled and a thread needs a file or a text. On the thread of a busy server, which answers a request
// between any two pieces of the file, this would take a minute. It gives what `digestOf` gives.
const DIGEST_IN_THREAD = `
  const { createHash } = require('node:crypto')
  const { openSync, readSync } = require('node:fs')
  const { parentPort, workerData: { file, proofAt, proofBytes } } = require('node:worker_threads')
  const { crc32 } = require('node:zlib')
  const handle = openSync(file, 'r')
  const piece = Buffer.alloc(${PIECE_BYTES})
  const sums = []
  for (let at = 0; ; ) {
    const place = Math.floor(at / piece.length)
    const length = readSync(handle, piece, 0, piece.length - (at % piece.length), at)
    if (length === 0) break
    if (at === 0) piece.fill(0, proofAt, proofAt + proofBytes)
    sums[place] = crc32(piece.subarray(0, length), sums[place])
    at += length
  }
  parentPort.postMessage(createHash('sha256').update(Uint32Array.from(sums)).digest().subarray(0, proofBytes))
`

/** A file of another version has its proof in another place, or none, so its version comes first. */
function faultOfHeader(header: Buffer, schemaVersion: number): IndexFault | undefined {
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return 'damaged'
  return header.readInt32BE(VERSION_AT) === schemaVersion ? undefined : 'outdated'
}

function digestOf(handle: number): Buffer {
  const piece = Buffer.alloc(PIECE_BYTES)
  const sums: number[] = []
  // A network drive may give less than was asked for, so the place of a piece does not hang on what was read at once.
  for (let at = 0; ; ) {
    const place = Math.floor(at / PIECE_BYTES)
    const length = readSync(handle, piece, 0, PIECE_BYTES - (at % PIECE_BYTES), at)
    if (length === 0) break
    if (at === 0) piece.fill(0, PROOF_AT, PROOF_AT + PROOF_BYTES)
    sums[place] = crc32(piece.subarray(0, length), sums[place])
    at += length
  }
  return createHash('sha256').update(Uint32Array.from(sums)).digest().subarray(0, PROOF_BYTES)
}

function proofIn(header: Buffer): Buffer {
  return header.subarray(PROOF_AT, PROOF_AT + PROOF_BYTES)
}
