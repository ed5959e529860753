/** How much a term counts in an article, and whether it stands in the title: one byte. */
export const TITLE_FLAG = 0x80
export const MAX_IMPACT = 0x7f

/**
 * A list of articles that have a term, in the order of their ordinals: for each the distance from the one before as a
 * variable-length integer, seven bits a byte, and one byte of impact. Grows at its end.
 */
export class PostingList {
  #bytes = new Uint8Array(8)
  #length = 0
  #lastOrdinal = -1
  count = 0

  /** Adds an article. Ordinals must come in ascending order. */
  add(ordinal: number, impact: number): void {
    if (ordinal <= this.#lastOrdinal) throw new RangeError(`Ordinal ${ordinal} follows ${this.#lastOrdinal}.`)
    if (this.#length + 6 > this.#bytes.length) this.#grow()
    let distance = ordinal - this.#lastOrdinal
    while (distance > 0x7f) {
      this.#bytes[this.#length++] = (distance & 0x7f) | 0x80
      distance >>>= 7
    }
    this.#bytes[this.#length++] = distance
    this.#bytes[this.#length++] = impact
    this.#lastOrdinal = ordinal
    this.count++
  }

  /** Gives the list as it is stored. */
  toBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** Ordinals, ascending, and impacts of a stored list. */
export interface Postings {
  readonly ordinals: Int32Array
  readonly impacts: Uint8Array
  readonly length: number
}

export const NO_POSTINGS: Postings = { ordinals: new Int32Array(0), impacts: new Uint8Array(0), length: 0 }

/** Reads a stored list of `length` articles. Throws when it has another length, as only a damaged index can have it. */
export function decodePostings(bytes: Uint8Array, length: number): Postings {
  const ordinals = new Int32Array(length)
  const impacts = new Uint8Array(length)
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
  if (count !== length) throw new Error(`A list of the index has ${count} articles and should have ${length}.`)
  return { ordinals, impacts, length }
}

/** Of two impacts the less; in the title counts only what is there in whole. */
export function lesserImpact(left: number, right: number): number {
  return Math.min(left & MAX_IMPACT, right & MAX_IMPACT) | (left & right & TITLE_FLAG)
}
