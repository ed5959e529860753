import { STATE_FILTERS, type StateFilter } from '@/lib/kb/search/search-filters'
import type { Facet, SearchQuery, SearchResults } from '@/lib/kb/search/search-query'
import type { SearchMemory } from './search-memory'

/** How many products and years a search offers to narrow by. */
const MAX_PRODUCT_FACETS = 12
const MAX_YEAR_FACETS = 12

const STATE_LABELS: Readonly<Record<StateFilter, string>> = {
  current: 'Current',
  superseded: 'Superseded',
  'partly-superseded': 'Partly superseded',
  withdrawn: 'Withdrawn',
}

export const NO_FACETS: SearchResults['facets'] = { products: [], states: [], kinds: [], years: [] }

/** Hits that are left when a query's filters are applied. */
export interface NarrowedHits {
  /** In the order of the hits. */
  readonly ordinals: readonly number[]
  /** For each choice the number of hits that it would leave, the query's other filters applied. */
  readonly facets: SearchResults['facets']
}

/** Applies the filters of a query to hits, and counts what each choice would leave of them. One pass over the hits. */
export function narrowHits(
  memory: SearchMemory,
  { product, kind, state, year }: Pick<SearchQuery, 'product' | 'kind' | 'state' | 'year'>,
  hits: { readonly ordinals: Iterable<number>; readonly ofProduct?: Uint8Array },
): NarrowedHits {
  const kept: number[] = []
  const products = new Uint32Array(memory.products.length)
  const states = new Uint32Array(STATE_FILTERS.length)
  const kinds = new Uint32Array(memory.kinds.length)
  const years = new Map<number, number>()
  const [soughtKind, soughtState] = [kind && memory.kinds.indexOf(kind), state && STATE_FILTERS.indexOf(state)]
  for (const ordinal of hits.ordinals) {
    const ofKind = soughtKind === undefined || memory.kindOf[ordinal] === soughtKind
    const ofState = soughtState === undefined || memory.stateOf[ordinal] === soughtState
    const ofYear = year === undefined || memory.yearOf[ordinal] === year
    const ofProduct = hits.ofProduct === undefined || hits.ofProduct[ordinal] === 1
    const failures = +!ofKind + +!ofState + +!ofYear + +!ofProduct
    if (failures > 1) continue
    if (failures === 0) kept.push(ordinal)
    if (failures === 0 || !ofState) increase(states, memory.stateOf[ordinal])
    if (failures === 0 || !ofKind) increase(kinds, memory.kindOf[ordinal])
    if (failures === 0 || !ofYear)
      years.set(memory.yearOf[ordinal] ?? 0, (years.get(memory.yearOf[ordinal] ?? 0) ?? 0) + 1)
    if (failures === 0 || !ofProduct) {
      const end = memory.productStart[ordinal + 1] ?? 0
      for (let at = memory.productStart[ordinal] ?? 0; at < end; at++) increase(products, memory.productOf[at])
    }
  }
  return {
    ordinals: kept,
    facets: {
      products: productFacets(memory, products, product),
      states: STATE_FILTERS.map((value, place) => ({
        value,
        label: STATE_LABELS[value],
        count: states[place] ?? 0,
      })).filter(({ count }) => count > 0),
      kinds: mostFrequent(memory.kinds, kinds, (value) => (value === null ? undefined : { value, label: value })),
      years: [...years]
        .filter(([value]) => value > 0)
        .sort(([a], [b]) => b - a)
        .slice(0, MAX_YEAR_FACETS)
        .map(([value, count]) => ({ value: String(value), label: String(value), count })),
    },
  }
}

/** The most frequent products, and the chosen one, even where it leaves nothing. */
function productFacets({ products }: SearchMemory, counts: Uint32Array, chosen: string | undefined): Facet[] {
  const facets = mostFrequent(products, counts, ({ slug, name }) => ({ value: slug, label: name }))
  const shown = facets.slice(0, MAX_PRODUCT_FACETS)
  if (chosen === undefined || shown.some(({ value }) => value === chosen)) return shown
  const place = products.findIndex(({ slug }) => slug === chosen)
  const known = products[place]
  return known ? [...shown, { value: known.slug, label: known.name, count: counts[place] ?? 0 }] : shown
}

function increase(counts: Uint32Array, place: number | undefined): void {
  if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1
}

/** The choices that leave any hit, those that leave most first, then by name. */
function mostFrequent<Item>(
  items: readonly Item[],
  counts: Uint32Array,
  name: (item: Item) => Omit<Facet, 'count'> | undefined,
): Facet[] {
  const facets: Facet[] = []
  for (const [place, item] of items.entries()) {
    const count = counts[place] ?? 0
    const named = count > 0 ? name(item) : undefined
    if (named) facets.push({ ...named, count })
  }
  return facets.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}
