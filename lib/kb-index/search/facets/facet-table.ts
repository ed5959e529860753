import { PROVENANCES } from '@/lib/kb/articles/article-kinds'
import { FILTER_NAMES, type FilterName, type SearchFilters, STATE_FILTERS } from '@/lib/kb/search/search-filters'
import type { Facet, FacetCounts } from '@/lib/kb/search/search-query'
import { FacetColumn, type FacetRows } from './facet-column'

const MAX_PRODUCTS = 12
export const MAX_YEARS = 12

/** The values of all articles that filters compare. */
export interface FacetSource {
  /** Names of the products that are offered, by slug. */
  readonly productNames: ReadonlyMap<string, string>
  /** The states are those of filters. */
  readonly rows: Readonly<Record<FilterName, FacetRows>>
  /** Lists the ordinals of the articles that a product filter lets pass. */
  listWithProduct(product: string): Int32Array
}

/** The values of all articles that filters compare: narrows hits and counts what each value would leave of them. */
export class FacetTable {
  readonly #source: FacetSource
  readonly #capacity: number
  readonly #columns: Readonly<Record<FilterName, FacetColumn>>
  readonly #kindFactors = new Map<string, Float32Array>()

  constructor(capacity: number, source: FacetSource) {
    this.#source = source
    this.#capacity = capacity
    const { product, kind, state, provenance, year } = source.rows
    this.#columns = {
      product: new FacetColumn(capacity, [...source.productNames.keys()], product),
      kind: new FacetColumn(capacity, distinct(kind.values), kind),
      state: new FacetColumn(capacity, STATE_FILTERS, state),
      provenance: new FacetColumn(capacity, PROVENANCES, provenance),
      year: new FacetColumn(capacity, distinct(year.values).reverse(), year),
    }
  }

  /** Applies the filters, keeping the order of the hits. A filter does not narrow the counts of its own values. */
  narrow(hits: readonly number[], filters: SearchFilters): { ordinals: readonly number[]; facets: FacetCounts } {
    const masks = this.#listMasks(filters)
    const listPassing = (except?: FilterName) =>
      masks.reduce(
        (passing, { name, mask }) => (name === except ? passing : passing.filter((ordinal) => mask[ordinal] === 1)),
        hits,
      )
    const ordinals = listPassing()
    const count = (name: FilterName) =>
      this.#columns[name].count(masks.some((own) => own.name === name) ? listPassing(name) : ordinals)
    const products = labelProducts(this.#source.productNames, count('product').sort(byCount), {
      chosen: filters.product,
      count: ordinals.length,
    })
    const kinds = count('kind').sort(byCount)
    const [states, provenances] = [count('state'), count('provenance')]
    return { ordinals, facets: { products, states, kinds, provenances, years: count('year').slice(0, MAX_YEARS) } }
  }

  /** Lists the articles that a product filter lets pass. */
  listWithProduct(product: string): Int32Array {
    return this.#source.listWithProduct(product)
  }

  /** Gives the factor of each article by its kind, kept under `name`; 1 for the kinds that are not given. */
  factorsOfKinds(name: string, factors: Readonly<Record<string, number>>): Float32Array {
    const known = this.#kindFactors.get(name)
    if (known) return known
    const ofArticles = new Float32Array(this.#capacity).fill(1)
    for (const [kind, factor] of Object.entries(factors)) {
      this.#columns.kind.maskOf(kind).forEach((isOfKind, ordinal) => {
        if (isOfKind === 1) ofArticles[ordinal] = factor
      })
    }
    this.#kindFactors.set(name, ofArticles)
    return ofArticles
  }

  #listMasks(filters: SearchFilters): { name: FilterName; mask: Uint8Array }[] {
    return FILTER_NAMES.flatMap((name) => {
      const value = filters[name]?.toString()
      if (value === undefined) return []
      return { name, mask: name === 'product' ? this.#productMaskOf(value) : this.#columns[name].maskOf(value) }
    })
  }

  /** A product filter may name a product inside a group, or several by a word of their names. */
  #productMaskOf(product: string): Uint8Array {
    const mask = new Uint8Array(this.#capacity)
    for (const ordinal of this.listWithProduct(product)) mask[ordinal] = 1
    return mask
  }
}

/** Labels the most frequent families, and the chosen product, which leaves `count` articles. */
export function labelProducts(
  names: ReadonlyMap<string, string>,
  facets: readonly Facet[],
  { chosen, count: left }: { readonly chosen?: string; readonly count: number },
): FacetCounts['products'] {
  const shown = facets.slice(0, MAX_PRODUCTS)
  if (chosen !== undefined && names.has(chosen) && !shown.some(({ value }) => value === chosen))
    shown.push({ value: chosen, count: left })
  return shown.map(({ value, count }) => ({ value, label: names.get(value) ?? value, count }))
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null).sort()
}

function byCount(one: Facet, other: Facet): number {
  return other.count - one.count
}
