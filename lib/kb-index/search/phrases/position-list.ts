import { VarintReader, VarintWriter } from '@/lib/kb-index/search/varint'

/** A piece of a list as it is stored: the first position, and the distance of each other from the one before, seven bits a byte. */
export interface PositionPiece {
  readonly first: number
  readonly positions: Uint8Array
}

/** Four pieces of this many bytes, with their words, fill a page of the file. */
const PIECE_LENGTH = 970

/** The ascending positions of one word. */
export class PositionList extends VarintWriter {
  /** Most words occur once, so that their first position is not worth an array. */
  #first = -1
  #last = -1

  get isEmpty(): boolean {
    return this.#first < 0
  }

  add(position: number): void {
    if (this.#first < 0) this.#first = position
    else this.writeVarint(position - this.#last)
    this.#last = position
  }

  override clear(): void {
    super.clear()
    this.#first = -1
  }

  /** Adds positions that are lower than all others. */
  prepend(positions: Int32Array): void {
    this.#replace([...positions, ...this.#decoded()])
  }

  /** Removes the positions from `start` up to `end`. */
  remove(start: number, end: number): void {
    this.#replace(this.#decoded().filter((position) => position < start || position >= end))
  }

  /** Cuts the list into pieces, each as long as there is room for beside a word. */
  listPieces(wordLength: number): PositionPiece[] {
    if (this.#first < 0) return []
    const bytes = this.toBytes()
    const limit = PIECE_LENGTH - wordLength
    if (bytes.length <= limit) return [{ first: this.#first, positions: bytes }]
    const pieces: PositionPiece[] = []
    const reader = new VarintReader(bytes)
    let [first, position, start] = [this.#first, this.#first, 0]
    while (reader.hasMore) {
      const from = reader.at
      position += reader.readVarint()
      if (reader.at - start <= limit) continue
      pieces.push({ first, positions: bytes.subarray(start, from) })
      first = position
      start = reader.at
    }
    pieces.push({ first, positions: bytes.subarray(start) })
    return pieces
  }

  #replace(positions: Iterable<number>): void {
    this.clear()
    for (const position of positions) this.add(position)
  }

  #decoded(): Int32Array {
    return this.#first < 0 ? NO_POSITIONS : decodePositions([{ first: this.#first, positions: this.toBytes() }])
  }
}

const NO_POSITIONS = new Int32Array(0)

/** Decodes the pieces of a list. */
export function decodePositions(pieces: readonly PositionPiece[]): Int32Array {
  // No position takes less than a byte, except the first one of each piece.
  const all = new Int32Array(pieces.reduce((sum, { positions }) => sum + positions.length + 1, 0))
  let count = 0
  for (const { first, positions: bytes } of pieces) {
    let [position, at] = [first, 0]
    all[count++] = position
    // Without a reader: a frequent word has hundreds of thousands.
    while (at < bytes.length) {
      let byte = bytes[at++] ?? 0
      position += byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0
        position += (byte & 0x7f) << shift
      }
      all[count++] = position
    }
  }
  return all.subarray(0, count)
}

/** Gives those of the `starts` that have a position `offset` words later. Both are ascending. */
export function keepFollowed(starts: Int32Array, positions: Int32Array, offset: number): Int32Array {
  const kept = new Int32Array(starts.length)
  let [count, at] = [0, 0]
  for (const start of starts) {
    at = findFrom(positions, start + offset, at)
    if (positions[at] === start + offset) kept[count++] = start
  }
  return kept.subarray(0, count)
}

/** Finds the first value from `at` on that is not below `wanted`: steps that double, then halves. */
export function findFrom(values: Int32Array, wanted: number, at: number): number {
  let step = 1
  let low = at
  while (low + step < values.length && (values[low + step] ?? 0) < wanted) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, values.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
