import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { headingId } from '@/lib/kb/numbers/slug'
import { FILTER_NAMES, type FilterName, parseFilter } from '@/lib/kb/search/search-filters'
import type { SearchQuery } from '@/lib/kb/search/search-query'
import { parseSearchWords, withoutField } from '@/lib/kb/search/search-words'
import type { SignatureKind } from '@/lib/kb/signatures/signature-kind'

/** The address of the search form's results. */
export const SEARCH_URL = '/search'

/** The address of the suggestions for an unfinished text. */
export const SUGGEST_URL = '/api/suggest'

/** The address from which a browser learns to search here. */
export const OPEN_SEARCH_URL = '/opensearch.xml'

/** The address of the list of products. */
export const PRODUCTS_URL = '/products'

/** The address of the list of update lines. */
export const UPDATES_URL = '/updates'

/** The address of the list of releases that articles name. */
export const RELEASES_URL = '/releases'

/** The address of the comparison of two updates. */
export const COMPARE_URL = '/updates/compare'

/** The address of the check of pasted texts. */
export const CHECK_URL = '/check'

/** The address of the kinds of signatures: error codes, events, files and the like. */
export const SIGNATURES_URL = '/signatures'

/** The address of the list of wanted articles. */
export const WANTED_URL = '/wanted'

/** The address of an article, or of the page that stands in for one that is missing. */
export function articleUrl(number: KbNumber): string {
  return `/kb/${number}`
}

/** The address of the section of an article that begins with this heading. */
export function sectionUrl(number: KbNumber, heading: string): string {
  return `${articleUrl(number)}#${headingId(heading)}`
}

/** The address of the articles that a release fixes. */
export function releaseUrl(slug: string, page = 1): string {
  return page > 1 ? `/releases/${slug}?page=${page}` : `/releases/${slug}`
}

/** The address of a product's articles. */
export function productUrl(slug: string, page = 1): string {
  return page > 1 ? `/products/${slug}?page=${page}` : `/products/${slug}`
}

/** The address of a line of updates. */
export function lineUrl(slug: string): string {
  return `/updates/${slug}`
}

/** The address of the comparison of two updates, in whatever spelling their numbers are given. */
export function compareUrl(from: string | number, to: string | number): string {
  return `${COMPARE_URL}?${new URLSearchParams({ from: String(from), to: String(to) })}`
}

/** The address of a page of the articles that mention a signature. */
export function signatureUrl(id: string, page = 1): string {
  return withParameters(`${SIGNATURES_URL}/${encodeURIComponent(id)}`, { page: page > 1 ? String(page) : undefined })
}

/** The address of a page of all signatures of one kind. */
export function signatureKindUrl(kind: SignatureKind, page = 1): string {
  return withParameters(SIGNATURES_URL, { kind, page: page > 1 ? String(page) : undefined })
}

/** The address of a page of the wanted articles, of all or of those that a product's articles cite. */
export function wantedUrl({ product, page = 1 }: { product?: string; page?: number } = {}): string {
  return withParameters(WANTED_URL, { product, page: page > 1 ? String(page) : undefined })
}

/** The address of the wanted articles as a file. */
export function wantedFileUrl(form: 'csv' | 'json', product?: string): string {
  return withParameters(form === 'csv' ? '/wanted.csv' : '/api/wanted', { product })
}

/** The address of what a link's preview shows. */
export function previewUrl(number: KbNumber): string {
  return `/api/articles/${number}/preview`
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
  if (query.isList) parameters.set('list', '1')
  if (query.page !== undefined && query.page > 1) parameters.set('page', String(query.page))
  return `${SEARCH_URL}?${parameters}`
}

/** The address of the same search with another choice of one filter, or without any. It starts at the first page. */
export function narrowedSearchUrl(query: SearchQuery, name: FilterName, value?: string): string {
  const choice = value === undefined ? undefined : parseFilter(name, value)
  return searchUrl({ ...query, [name]: undefined, ...choice, text: withoutField(query.text, name), page: 1 })
}

/** The address of the results of a search that would lead straight to an article. */
export function resultListUrl(text: string): string {
  return searchUrl({ text, isList: true })
}

/** The address of the suggestions for an unfinished text. */
export function suggestUrl(text: string): string {
  return `${SUGGEST_URL}?${new URLSearchParams({ q: text })}`
}

function withParameters(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
