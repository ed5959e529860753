import { KIND_LABELS } from '@/components/article/kind-label'
import { STATE_WORDS } from '@/components/article/state-words'
import type { FilterName } from '@/lib/kb/search/search-filters'
import type { SearchResults } from '@/lib/kb/search/search-query'

interface FilterWords {
  readonly name: string
  /** The words for no choice, in the list and in a sentence. */
  readonly all: string
  readonly inAll: string
  /** The words for each choice, where they are not data. */
  readonly labels?: Readonly<Record<string, string>>
}

export const FILTER_WORDS: Readonly<Record<FilterName, FilterWords>> = {
  product: { name: 'Product', all: 'All products', inAll: 'in all products' },
  state: { name: 'State', all: 'Any state', inAll: 'in articles of any state', labels: STATE_WORDS },
  kind: { name: 'Kind', all: 'All kinds', inAll: 'in articles of every kind', labels: KIND_LABELS },
  provenance: {
    name: 'Text',
    all: 'Any text',
    inAll: 'in original and reconstructed articles',
    labels: { original: 'Original', reconstructed: 'Reconstructed' },
  },
  year: { name: 'Year', all: 'Any year', inAll: 'in articles of any year' },
}

/** Gives the words for the chosen value of a filter, or `undefined` if it has none. */
export function chosenLabel({ query, facets }: SearchResults, name: FilterName): string | undefined {
  const value = query[name]?.toString()
  // Part of a name, as in `product:exchange`, has no facet of its own.
  if (name === 'product')
    return facets.products.find((facet) => facet.value === value)?.label ?? value?.replaceAll('-', ' ')
  return value && (FILTER_WORDS[name].labels?.[value] ?? value)
}
