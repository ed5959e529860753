import { codesOf, hashOf } from './scan-words'

/** What is known of words, found by their places in a text without cutting them out. It forgets all when it is full. */
export class KnownWords<Value> {
  readonly #limit: number
  readonly #learn: (word: string) => Value
  /** For each hash one more than the place of its word; 0 for none. Half of it stays empty. */
  #slots: Uint32Array
  readonly #values: Value[] = []
  /** The codes of all words, and where those of each begin. */
  #codes = new Uint16Array(1 << 12)
  #starts = new Uint32Array(1 << 8)
  #count = 0

  constructor(limit: number, learn: (word: string) => Value) {
    this.#limit = limit
    this.#learn = learn
    this.#slots = new Uint32Array(1 << 9)
  }

  get(word: string): Value {
    const codes = codesOf(word)
    return this.at(codes, 0, codes.length, hashOf(codes, 0, codes.length))
  }

  /** Gives what is known of the word at a place, or learns it. `hash` is what `hashOf` gives for it. */
  at(codes: Uint16Array, start: number, end: number, hash: number): Value {
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] ?? 0) - 1
      if (place < 0) return this.#add(codes.subarray(start, end), hash)
      if (this.#isAt(place, codes, start, end)) return this.#values[place] as Value
    }
  }

  #isAt(place: number, codes: Uint16Array, start: number, end: number): boolean {
    const own = this.#starts[place] ?? 0
    if ((this.#starts[place + 1] ?? 0) - own !== end - start) return false
    for (let at = 0; at < end - start; at++) if (this.#codes[own + at] !== codes[start + at]) return false
    return true
  }

  /** The clock of a file may strike between any two of these lines. What is not counted by then is written over. */
  #add(word: Uint16Array, hash: number): Value {
    const value = this.#learn(String.fromCharCode(...word))
    if (this.#count >= this.#limit) {
      this.#slots = new Uint32Array(1 << 9)
      this.#count = 0
    }
    const place = this.#count
    const start = this.#starts[place] ?? 0
    const end = start + word.length
    if (end > this.#codes.length) this.#codes = larger(this.#codes, new Uint16Array(end * 2))
    if (place + 2 > this.#starts.length) this.#starts = larger(this.#starts, new Uint32Array(place * 2 + 2))
    this.#codes.set(word, start)
    this.#starts[place + 1] = end
    this.#values[place] = value
    this.#count++
    if (this.#count * 2 > this.#slots.length) this.#slots = this.#slotsOfAll()
    else setSlot(this.#slots, hash, place)
    return value
  }

  #slotsOfAll(): Uint32Array {
    const slots = new Uint32Array(this.#slots.length * 2)
    for (let place = 0; place < this.#count; place++)
      setSlot(slots, hashOf(this.#codes, this.#starts[place] ?? 0, this.#starts[place + 1] ?? 0), place)
    return slots
  }
}

function setSlot(slots: Uint32Array, hash: number, place: number): void {
  const mask = slots.length - 1
  let slot = hash & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = place + 1
}

function larger<Numbers extends Uint16Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
