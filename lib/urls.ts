import type { KbNumber } from '@/lib/kb/kb-number'
import { FILTER_NAMES } from '@/lib/kb/search-filters'
import type { SearchQuery } from '@/lib/kb/search-query'
import { parseSearchWords } from '@/lib/kb/search-words'

/** The address of the search form's results. */
export const SEARCH_URL = '/search'

/** The address of the list of products. */
export const PRODUCTS_URL = '/products'

/** The address of the list of update lines. */
export const UPDATES_URL = '/updates'

/** The address of an article, or of the page that stands in for one that is missing. */
export function articleUrl(number: KbNumber): string {
  return `/kb/${number}`
}

/** The address of a product's articles. */
export function productUrl(slug: string, page = 1): string {
  return page > 1 ? `/products/${slug}?page=${page}` : `/products/${slug}`
}

/** The address of a line of updates. */
export function lineUrl(slug: string): string {
  return `/updates/${slug}`
}

/** The address of a search, with only the parameters that say something which the text does not. */
export function searchUrl(query: Partial<SearchQuery>): string {
  const parameters = new URLSearchParams()
  parameters.set('q', query.text ?? '')
  const stated = parseSearchWords(query.text ?? '')
  for (const name of FILTER_NAMES) {
    const value = query[name]
    if (value !== undefined && value !== stated[name]) parameters.set(name, String(value))
  }
  if (query.isVerbatim) parameters.set('verbatim', '1')
  if (query.page !== undefined && query.page > 1) parameters.set('page', String(query.page))
  return `${SEARCH_URL}?${parameters}`
}

/** The address of the results of a search that would lead straight to an article. */
export function resultListUrl(text: string): string {
  return `${searchUrl({ text })}&list=1`
}

/** The address of the suggestions for an unfinished text. */
export function suggestUrl(text: string): string {
  return `/api/suggest?${new URLSearchParams({ q: text })}`
}
