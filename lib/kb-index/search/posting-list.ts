import { VarintReader, VarintWriter } from './varint'

/** An impact is one byte: how much a term counts in an article, and whether it is in the title. */
export const TITLE_FLAG = 0x80
export const MAX_IMPACT = 0x7f

/**
 * The articles that have a term, in the order of their ordinals, as they are stored: for each the distance from the one
 * before as a variable-length integer, seven bits a byte, and its impact.
 */
export class PostingList extends VarintWriter {
  #lastOrdinal = -1
  count = 0

  /** Adds an article. Throws unless ordinals come in ascending order. */
  add(ordinal: number, impact: number): void {
    if (ordinal <= this.#lastOrdinal) throw new RangeError(`Ordinal ${ordinal} follows ${this.#lastOrdinal}.`)
    this.writeVarint(ordinal - this.#lastOrdinal)
    this.writeByte(impact)
    this.#lastOrdinal = ordinal
    this.count++
  }

  override clear(): void {
    super.clear()
    this.#lastOrdinal = -1
    this.count = 0
  }
}

/** A list as it is stored. */
export interface StoredPostings {
  readonly bytes: Uint8Array
  readonly count: number
}

export const NO_STORED_POSTINGS: StoredPostings = { bytes: new Uint8Array(0), count: 0 }

/**
 * Gives a stored list without the articles of `removed` and with those of `added`, whose ordinals are higher than all stored
 * ones. What stays is copied as it is: the list of a common word has tens of thousands of articles.
 */
export function changePostings(
  { bytes, count }: StoredPostings,
  { removed, added }: { readonly removed?: ReadonlySet<number>; readonly added?: PostingList },
): StoredPostings {
  const parts: Uint8Array[] = []
  const reader = new VarintReader(bytes)
  let [ordinal, lastKept, keptFrom, kept] = [-1, -1, 0, 0]
  while (reader.hasMore) {
    const start = reader.at
    const before = ordinal
    ordinal += reader.readVarint()
    const impact = reader.readByte()
    if (removed?.has(ordinal)) {
      parts.push(bytes.subarray(keptFrom, start))
      keptFrom = reader.at
      continue
    }
    // The first one behind a gap has another distance.
    if (before !== lastKept) {
      parts.push(encodePosting(ordinal - lastKept, impact))
      keptFrom = reader.at
    }
    lastKept = ordinal
    kept++
  }
  if (reader.at !== bytes.length || kept > count)
    throw new Error(`A posting list has not ${count} articles. Rebuild the index.`)
  parts.push(bytes.subarray(keptFrom))
  if (added !== undefined && added.count > 0) parts.push(behind(added, lastKept))
  return { bytes: Buffer.concat(parts), count: kept + (added?.count ?? 0) }
}

/** Gives the bytes of a list that stands behind another. */
function behind(list: PostingList, lastOrdinal: number): Uint8Array {
  const bytes = list.toBytes()
  const reader = new VarintReader(bytes)
  const first = reader.readVarint() - 1
  if (first <= lastOrdinal) throw new RangeError(`Ordinal ${first} follows ${lastOrdinal}.`)
  return Buffer.concat([encodePosting(first - lastOrdinal, reader.readByte()), bytes.subarray(reader.at)])
}

function encodePosting(distance: number, impact: number): Uint8Array {
  const writer = new VarintWriter()
  writer.writeVarint(distance)
  writer.writeByte(impact)
  return writer.toBytes()
}

/** A decoded list: ordinals, ascending, and their impacts. */
export interface Postings {
  readonly ordinals: Int32Array
  readonly impacts: Uint8Array
  readonly length: number
}

export const NO_POSTINGS: Postings = { ordinals: new Int32Array(0), impacts: new Uint8Array(0), length: 0 }

/** Decodes a stored list of `length` articles. Throws if it has another length, which means that the index is damaged. */
export function decodePostings(bytes: Uint8Array, length: number): Postings {
  const ordinals = new Int32Array(length)
  const impacts = new Uint8Array(length)
  // Without a reader: every search decodes tens of thousands.
  let [ordinal, count, at] = [-1, 0, 0]
  while (at < bytes.length) {
    let byte = bytes[at++] ?? 0
    let distance = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0
      distance |= (byte & 0x7f) << shift
    }
    ordinal += distance
    ordinals[count] = ordinal
    impacts[count++] = bytes[at++] ?? 0
  }
  if (count !== length) throw new Error(`A posting list has ${count} articles instead of ${length}. Rebuild the index.`)
  return { ordinals, impacts, length }
}

/** Gives the articles that are in both lists, each with the smaller of its impacts. */
export function intersectPostings(left: Postings, right: Postings): Postings {
  const most = Math.min(left.length, right.length)
  const ordinals = new Int32Array(most)
  const impacts = new Uint8Array(most)
  let [count, at] = [0, 0]
  for (let index = 0; index < left.length; index++) {
    const ordinal = left.ordinals[index] ?? 0
    while (at < right.length && (right.ordinals[at] ?? 0) < ordinal) at++
    if (at < right.length && right.ordinals[at] === ordinal) {
      ordinals[count] = ordinal
      impacts[count++] = smallerImpact(left.impacts[index] ?? 0, right.impacts[at] ?? 0)
    }
  }
  return { ordinals: ordinals.slice(0, count), impacts: impacts.slice(0, count), length: count }
}

/** Gives those of the articles that are in any of the lists. */
export function keepPostings({ ordinals, impacts, length }: Postings, lists: readonly (readonly number[])[]): Postings {
  const isKept = new Uint8Array((ordinals[length - 1] ?? -1) + 1)
  for (const list of lists) for (const ordinal of list) isKept[ordinal] = 1
  const kept = { ordinals: new Int32Array(length), impacts: new Uint8Array(length) }
  let count = 0
  for (let index = 0; index < length; index++) {
    const ordinal = ordinals[index] ?? 0
    if (isKept[ordinal] !== 1) continue
    kept.ordinals[count] = ordinal
    kept.impacts[count++] = impacts[index] ?? 0
  }
  return { ordinals: kept.ordinals.slice(0, count), impacts: kept.impacts.slice(0, count), length: count }
}

/** The smaller of two impacts. The title flag survives only if both have it. */
export function smallerImpact(left: number, right: number): number {
  return Math.min(left & MAX_IMPACT, right & MAX_IMPACT) | (left & right & TITLE_FLAG)
}
