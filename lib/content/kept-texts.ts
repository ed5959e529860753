import { closeSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { hashText } from './read-article'

// Texts of articles as they were last indexed, so that an article outlives its file: while an editor saves it, while it is
// broken, while its folder is away. One after the other, each behind the hash of its text and its compressed length. A text is
// only given if it has its hash, so that no damage of the file does harm.

const HASH_BYTES = 32
const HEAD_BYTES = HASH_BYTES + 4
const PIECE_BYTES = 1024 * 1024
/** More than any article file may have: what claims more is no text. */
const MAX_TEXT_BYTES = 8 * 1024 * 1024
/** zlib's smallest memory, which takes half the time on texts this short. */
const COMPRESSION = { level: 4, memLevel: 5 }

/** Names the file of the kept texts that belong to an index. */
export function keptTextsFile(indexFile: string): string {
  return `${indexFile}.texts`
}

interface Place {
  readonly at: number
  readonly length: number
}

/** Compresses a text for `add`. */
export function packText(text: string): Uint8Array {
  // A copy, since the result of zlib is part of a larger buffer that would be sent between threads as a whole.
  return new Uint8Array(deflateRawSync(text, COMPRESSION))
}

/** The texts in one file. It may grow at any time, also by another process; only one process may add to it at a time. */
export class KeptTexts {
  readonly #file: string
  readonly #places = new Map<string, Place>()
  #inode: bigint | undefined
  #end = 0

  constructor(file: string) {
    this.#file = file
  }

  count(): number {
    this.#look()
    return this.#places.size
  }

  has(contentHash: string): boolean {
    this.#look()
    return this.#places.has(contentHash)
  }

  /** Gives the text with this hash, or `undefined`. */
  read(contentHash: string): string | undefined {
    if (!this.has(contentHash)) return undefined
    const place = this.#places.get(contentHash)
    const bytes = place && this.#readBytes(place)
    const text = bytes && expand(bytes)
    return text !== undefined && hashText(text) === contentHash ? text : undefined
  }

  /** Adds packed texts under their hashes, unless they are there. What a killed process left unfinished is overwritten. */
  add(texts: Iterable<readonly [contentHash: string, packed: Uint8Array]>): void {
    this.#look()
    const added = new Map<string, Uint8Array>()
    for (const [hash, packed] of texts) if (!this.#places.has(hash)) added.set(hash, packed)
    if (added.size === 0) return
    const handle = openSync(this.#file, 'a')
    try {
      ftruncateSync(handle, this.#end)
      for (const [hash, bytes] of added) {
        const head = Buffer.alloc(HEAD_BYTES)
        head.write(hash, 0, HASH_BYTES, 'base64url')
        head.writeUInt32BE(bytes.length, HASH_BYTES)
        writeSync(handle, Buffer.concat([head, bytes]))
      }
    } finally {
      closeSync(handle)
    }
    this.#look()
  }

  /** Learns what has been added, and starts over with another file. */
  #look(): void {
    const status = statSync(this.#file, { throwIfNoEntry: false, bigint: true })
    if (status?.ino !== this.#inode || Number(status?.size ?? 0) < this.#end) {
      this.#places.clear()
      this.#end = 0
      this.#inode = status?.ino
    }
    if (status !== undefined && Number(status.size) > this.#end) this.#readHeads(Number(status.size))
  }

  #readHeads(size: number): void {
    const handle = openSync(this.#file, 'r')
    try {
      let piece: Buffer = Buffer.alloc(0)
      let pieceAt = this.#end
      for (;;) {
        if (this.#end - pieceAt + HEAD_BYTES > piece.length) {
          pieceAt = this.#end
          piece = readPiece(handle, pieceAt, Math.min(PIECE_BYTES, size - pieceAt))
          if (piece.length < HEAD_BYTES) return
        }
        const head = piece.subarray(this.#end - pieceAt)
        const length = head.readUInt32BE(HASH_BYTES)
        const at = this.#end + HEAD_BYTES
        if (length > MAX_TEXT_BYTES || at + length > size) return
        this.#places.set(head.toString('base64url', 0, HASH_BYTES), { at, length })
        this.#end = at + length
      }
    } finally {
      closeSync(handle)
    }
  }

  #readBytes({ at, length }: Place): Buffer {
    const handle = openSync(this.#file, 'r')
    try {
      return readPiece(handle, at, length)
    } finally {
      closeSync(handle)
    }
  }
}

function readPiece(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at))
}

/** Gives `undefined` for bytes that zlib did not make. */
function expand(bytes: Buffer): string | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MAX_TEXT_BYTES }).toString('utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
