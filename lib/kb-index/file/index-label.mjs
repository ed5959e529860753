// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** Where a finished index has the digest of its bytes. */
export const PROOF_AT = 72
export const PROOF_BYTES = 20

/**
 * Gives a text that changes whenever a file is replaced or written; `undefined` if there is nothing.
 *
 * @param {string} file
 */
export function identityOf(file) {
  const status = statSync(file, { throwIfNoEntry: false, bigint: true })
  return status && formatIdentity(file, status)
}

/**
 * @param {string} file
 * @param {import('node:fs').BigIntStats} status
 */
export function formatIdentity(file, { dev, ino, size, mtimeNs, ctimeNs }) {
  return [dev, ino, size, mtimeNs, ctimeNs, file].join(' ')
}

/**
 * Reads what a page says about the index that it was made from: the digest of its bytes, the same on every computer, and a point,
 * and what tells this file from others with these bytes.
 *
 * @param {string} file
 * @param {string} identity of the file
 */
export function readIndexLabel(file, identity) {
  const digest = Buffer.alloc(PROOF_BYTES)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, digest, 0, PROOF_BYTES, PROOF_AT)
  } finally {
    closeSync(handle)
  }
  return `${digest.toString('hex')}.${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`
}
