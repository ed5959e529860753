import { VarintReader, VarintWriter } from './varint'

/** An impact is one byte: how much a term counts in an article, and whether it is in the title. */
export const TITLE_FLAG = 0x80
export const MAX_IMPACT = 0x7f

/**
 * The articles that have a term, in the order of their ordinals, as they are stored: for each the distance from the one
 * before as a variable-length integer, seven bits a byte, and its impact.
 */
export class PostingList {
  readonly #bytes = new VarintWriter()
  #lastOrdinal = -1
  count = 0

  /** Adds an article. Throws unless ordinals come in ascending order. */
  add(ordinal: number, impact: number): void {
    if (ordinal <= this.#lastOrdinal) throw new RangeError(`Ordinal ${ordinal} follows ${this.#lastOrdinal}.`)
    this.#bytes.writeVarint(ordinal - this.#lastOrdinal)
    this.#bytes.writeByte(impact)
    this.#lastOrdinal = ordinal
    this.count++
  }

  toBytes(): Uint8Array {
    return this.#bytes.toBytes()
  }
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
  const reader = new VarintReader(bytes)
  let [ordinal, count] = [-1, 0]
  while (reader.hasMore) {
    ordinal += reader.readVarint()
    ordinals[count] = ordinal
    impacts[count++] = reader.readByte()
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

/** Gives those of the articles that are in `kept`. */
export function keepPostings({ ordinals, impacts }: Postings, kept: ReadonlySet<number>): Postings {
  const places = [...ordinals.keys()].filter((place) => kept.has(ordinals[place] ?? -1))
  return {
    ordinals: Int32Array.from(places, (place) => ordinals[place] ?? 0),
    impacts: Uint8Array.from(places, (place) => impacts[place] ?? 0),
    length: places.length,
  }
}

/** The smaller of two impacts. The title flag survives only if both have it. */
export function smallerImpact(left: number, right: number): number {
  return Math.min(left & MAX_IMPACT, right & MAX_IMPACT) | (left & right & TITLE_FLAG)
}
