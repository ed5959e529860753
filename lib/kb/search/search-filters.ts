import type { ArticleState } from '@/lib/kb/articles/article'
import { ARTICLE_KINDS, type ArticleKind, PROVENANCES, type Provenance } from '@/lib/kb/articles/article-kinds'

/** The states that results can be narrowed to. */
export const STATE_FILTERS = ['no-replacement-known', 'superseded', 'partly-superseded', 'withdrawn'] as const
/** What saved links and programs may still write. */
const FORMER_STATES: ReadonlyMap<string, StateFilter> = new Map([['current', 'no-replacement-known']])
export type StateFilter = (typeof STATE_FILTERS)[number]

/** Each filter is a parameter of a search URL and a field of its text. */
export const FILTER_NAMES = ['product', 'kind', 'state', 'provenance', 'year'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

export interface SearchFilters {
  /** The slug of a product or group, or some words of it joined by hyphens, such as `exchange`. */
  readonly product?: string
  readonly kind?: ArticleKind
  readonly state?: StateFilter
  readonly provenance?: Provenance
  /** The year of the last review, or of the release if no review is known. */
  readonly year?: number
}

const [FIRST_YEAR, LAST_YEAR] = [1980, 2100]

/** Parses the value of one filter, written as in a URL. An invalid value gives no filter. */
export function parseFilter(name: FilterName, value: string): SearchFilters {
  switch (name) {
    case 'product':
      return /^[a-z0-9-]{1,120}$/.test(value) ? { product: value } : {}
    case 'kind':
      return { kind: ARTICLE_KINDS.find((kind) => kind === value) }
    case 'state':
      return { state: STATE_FILTERS.find((state) => state === (FORMER_STATES.get(value) ?? value)) }
    case 'provenance':
      return { provenance: PROVENANCES.find((provenance) => provenance === value) }
    case 'year':
      return { year: parseYear(value) }
  }
}

/** Gives the state filter that an article passes. */
export function stateToFilter(state: ArticleState): StateFilter {
  switch (state) {
    case 'latest':
    case 'last-of-line':
      return 'no-replacement-known'
    case 'superseded-by-unknown':
      return 'superseded'
    default:
      return state
  }
}

function parseYear(value: string): number | undefined {
  const year = /^\d{4}$/.test(value) ? Number(value) : 0
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined
}
