import type { Facet } from '@/lib/kb/search/search-query'

/** Rows of one filter, in the order of their ordinals. An article may have any number of values. */
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
    this.#starts = new Uint32Array(capacity + 1)
    this.#indexes = new Uint32Array(rows.ordinals.length)
    const indexOf = new Map<string | null, number>(values.map((value, index) => [value, index]))
    let length = 0
    for (const [row, ordinal] of rows.ordinals.entries()) {
      const index = indexOf.get(rows.values[row] ?? null)
      if (index !== undefined) this.#indexes[length++] = index
      this.#starts[ordinal + 1] = length
    }
    for (let ordinal = 1; ordinal <= capacity; ordinal++) {
      this.#starts[ordinal] = Math.max(this.#starts[ordinal] ?? 0, this.#starts[ordinal - 1] ?? 0)
    }
  }

  /** Counts the articles of each value that any of them has, in the order of the values. */
  count(ordinals: readonly number[]): Facet[] {
    const [starts, indexes] = [this.#starts, this.#indexes]
    const counts = new Uint32Array(this.#values.length)
    for (const ordinal of ordinals) {
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
