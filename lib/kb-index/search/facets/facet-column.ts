import type { Facet } from '@/lib/kb/search/search-query'

const NO_VALUE = -1

/** Rows of one filter in any order. An article may have any number of values. */
export interface FacetRows {
  readonly ordinals: readonly number[]
  readonly values: readonly (string | null)[]
}

/** The values of one filter for all articles, as indexes in the list of its values. */
export class FacetColumn {
  readonly #values: readonly string[]
  /** The indexes of ordinal n begin at `#starts[n]` and end before `#starts[n + 1]`. */
  readonly #starts: Uint32Array
  readonly #indexes: Uint32Array

  constructor(capacity: number, values: readonly string[], rows: FacetRows) {
    this.#values = values
    const indexOf = new Map<string | null, number>(values.map((value, index) => [value, index]))
    const indexes = Int32Array.from(rows.values, (value) => indexOf.get(value) ?? NO_VALUE)
    // First the ends of all ordinals; filling from the end makes them starts.
    const places = new Uint32Array(capacity + 1)
    rows.ordinals.forEach((ordinal, row) => {
      if (indexes[row] !== NO_VALUE) places[ordinal] = (places[ordinal] ?? 0) + 1
    })
    for (let ordinal = 1; ordinal <= capacity; ordinal++) {
      places[ordinal] = (places[ordinal] ?? 0) + (places[ordinal - 1] ?? 0)
    }
    this.#indexes = new Uint32Array(places[capacity] ?? 0)
    rows.ordinals.forEach((ordinal, row) => {
      const index = indexes[row] ?? NO_VALUE
      if (index === NO_VALUE) return
      const place = (places[ordinal] ?? 0) - 1
      places[ordinal] = place
      this.#indexes[place] = index
    })
    this.#starts = places
  }

  /** Counts the articles of each value that any of them has, in the order of the values. */
  count(ordinals: readonly number[]): Facet[] {
    const [starts, indexes] = [this.#starts, this.#indexes]
    const counts = new Uint32Array(this.#values.length)
    for (let place = 0; place < ordinals.length; place++) {
      const ordinal = ordinals[place] ?? 0
      const end = starts[ordinal + 1] ?? 0
      for (let at = starts[ordinal] ?? 0; at < end; at++) {
        const index = indexes[at] ?? 0
        counts[index] = (counts[index] ?? 0) + 1
      }
    }
    return this.#values.flatMap((value, index) => {
      const count = counts[index] ?? 0
      return count > 0 ? { value, count } : []
    })
  }

  /** Gives for each ordinal 1 if its article has the value. */
  maskOf(value: string): Uint8Array {
    const mask = new Uint8Array(this.#starts.length - 1)
    const wanted = this.#values.indexOf(value)
    for (let ordinal = 0; ordinal < mask.length; ordinal++) {
      const end = this.#starts[ordinal + 1] ?? 0
      for (let at = this.#starts[ordinal] ?? 0; at < end; at++) if (this.#indexes[at] === wanted) mask[ordinal] = 1
    }
    return mask
  }
}
