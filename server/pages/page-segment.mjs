// @ts-check
import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** @typedef {{ readonly read: (length: number, at: number) => Promise<Buffer>, readonly size: number, readonly close: () => Promise<void> }} Segment */
/** @typedef {{ readonly segment: Segment, readonly at: number, readonly length: number }} Place */

/** The files of a segment: records one after the other, and where each is. */
const RECORDS = '.pages'
const LIST = '.list'
const ENTRY = /^(\d{1,15}) (\d{1,9}) (.+)$/

/** Gives the name of a segment if a file holds its records. @param {string} file */
export function segmentOf(file) {
  return /^[0-9a-f]{24}\.pages$/.test(file) ? file.slice(0, -RECORDS.length) : undefined
}

/**
 * Opens what some process has written, with the place of each record. A list that was cut off gives those before.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<{ segment: Segment, places: ReadonlyMap<string, Place> }>}
 */
export async function openSegment(folder, name) {
  const list = await readFile(join(folder, name + LIST), 'utf8')
  const file = await open(join(folder, name + RECORDS), 'r')
  const { size } = await file.stat()
  const segment = segmentIn(file, size)
  /** @type {Map<string, Place>} */
  const places = new Map()
  for (const line of list.split('\n')) {
    const [, at, length, key] = ENTRY.exec(line) ?? []
    if (key === undefined || Number(at) + Number(length) > size) continue
    places.set(key, { segment, at: Number(at), length: Number(length) })
  }
  return { segment, places }
}

/**
 * Makes a segment of this process, to which nobody else writes.
 *
 * @param {string} folder
 * @returns {Promise<Segment & { readonly append: (key: string, record: Buffer) => Promise<Place> }>}
 */
export async function createSegment(folder) {
  const name = randomBytes(12).toString('hex')
  // In this order, so that records that others see have a list.
  const list = await open(join(folder, name + LIST), 'wx', 0o600)
  const records = await open(join(folder, name + RECORDS), 'wx+', 0o600)
  let end = 0
  const segment = segmentIn(records, 0)
  return {
    ...segment,
    close: async () => {
      await records.close()
      await list.close()
    },
    // What is cut off by a crash is in no list: the record is there before its entry.
    async append(key, record) {
      const at = end
      end += record.length
      const { bytesWritten } = await records.write(record, 0, record.length, at)
      if (bytesWritten < record.length) throw new Error('There is no room for the whole page')
      await list.appendFile(`${at} ${record.length} ${key}\n`)
      return { segment, at, length: record.length }
    },
  }
}

/** @param {import('node:fs/promises').FileHandle} file @param {number} size @returns {Segment} */
function segmentIn(file, size) {
  return {
    size,
    close: () => file.close(),
    async read(length, at) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    },
  }
}
