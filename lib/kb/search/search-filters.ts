import type { ArticleState } from '@/lib/kb/articles/article'
import { ARTICLE_KINDS, type ArticleKind } from '@/lib/kb/articles/front-matter'

/** The states that readers tell apart in a list of results. */
export const STATE_FILTERS = ['current', 'superseded', 'partly-superseded', 'withdrawn'] as const
export type StateFilter = (typeof STATE_FILTERS)[number]

/** The choices that narrow a search; each is a parameter of its address and a field of its text. */
export const FILTER_NAMES = ['product', 'kind', 'state', 'year'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** What narrows a search. */
export interface SearchFilters {
  /** The slug of a product or group, or whole words of its name joined by hyphens, such as `exchange`. */
  readonly product?: string
  readonly kind?: ArticleKind
  readonly state?: StateFilter
  /** The year of the last review, or of the release where no review is known. */
  readonly year?: number
}

const [FIRST_YEAR, LAST_YEAR] = [1980, 2100]

/** Reads the value of one filter, written as in an address. What makes no sense gives no filter. */
export function parseFilter(name: FilterName, value: string): SearchFilters {
  switch (name) {
    case 'product':
      return /^[a-z0-9-]{1,120}$/.test(value) ? { product: value } : {}
    case 'kind':
      return { kind: ARTICLE_KINDS.find((kind) => kind === value) }
    case 'state':
      return { state: STATE_FILTERS.find((state) => state === value) }
    case 'year':
      return { year: parseYear(value) }
  }
}

/** Gives the choice of state under which a list shows an article. */
export function stateFilterOf(state: ArticleState): StateFilter {
  switch (state) {
    case 'latest':
      return 'current'
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
