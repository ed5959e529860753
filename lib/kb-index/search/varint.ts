/** Bytes to which variable-length integers are added: seven bits a byte, the lowest first, the high bit on all but the last. */
export class VarintWriter {
  #bytes = NO_BYTES
  #length = 0

  writeVarint(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow()
    let rest = value
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  writeByte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow()
    this.#bytes[this.#length++] = value
  }

  /** The bytes so far. They may share memory with the writer. */
  toBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  clear(): void {
    this.#length = 0
  }

  #grow(): void {
    const larger = new Uint8Array(Math.max(8, this.#bytes.length * 2))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

const NO_BYTES = new Uint8Array(0)

/** Reads what a `VarintWriter` wrote. Past the end there are zeros. */
export class VarintReader {
  readonly #bytes: Uint8Array
  /** How many bytes were read. */
  at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get hasMore(): boolean {
    return this.at < this.#bytes.length
  }

  readVarint(): number {
    let byte = this.readByte()
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = this.readByte()
      value |= (byte & 0x7f) << shift
    }
    return value
  }

  readByte(): number {
    return this.#bytes[this.at++] ?? 0
  }
}
