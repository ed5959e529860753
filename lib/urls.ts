import type { Attachment } from '@/lib/kb/articles/attachment'
import type { Picture } from '@/lib/kb/articles/picture'
import { formatNamedKey, hasKbNumber, type KbNumber, parseNamedKey, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { headingId } from '@/lib/kb/numbers/slug'
import { FILTER_NAMES, type FilterName, parseFilter } from '@/lib/kb/search/search-filters'
import type { SearchQuery } from '@/lib/kb/search/search-query'
import { parseSearchWords, withoutField } from '@/lib/kb/search/search-words'
import type { SignatureKind } from '@/lib/kb/signatures/signature-kind'

export const API_URL = '/api/v1'
export const SEARCH_URL = '/search'
export const SUGGEST_URL = `${API_URL}/suggest`
export const OPEN_SEARCH_URL = '/opensearch.xml'
export const PRODUCTS_URL = '/products'
export const ATLAS_URL = '/atlas'
export const UPDATES_URL = '/updates'
export const RELEASES_URL = '/releases'
export const COMPARE_URL = '/updates/compare'
export const CHECK_URL = '/check'
export const RESOLVE_URL = '/resolve'
export const API_PAGE_URL = '/api'
export const OPENAPI_URL = `${API_URL}/openapi.json`
export const SIGNATURES_URL = '/signatures'
export const WANTED_URL = '/wanted'
export const SITEMAP_URL = '/sitemap.xml'

/** The URL of an article, or of the page about an article that is missing. */
export function articleUrl(number: KbNumber): string {
  return hasKbNumber(number) ? `/kb/${number}` : `/a/${formatNamedKey(number)}`
}

/** Gives the article that a URL of `articleUrl` leads to, with a fragment or without. */
export function articleOfUrl(url: string): KbNumber | undefined {
  const [, digits, key] = /^\/(?:kb\/(\d{1,7})|a\/(\w+))(?:#.*)?$/.exec(url) ?? []
  return digits === undefined ? parseNamedKey(key ?? '') : toKbNumber(Number(digits))
}

/** The URL of the section with this heading. */
export function sectionUrl(number: KbNumber, heading: string): string {
  return `${articleUrl(number)}#${headingId(heading)}`
}

/** The URL of a page of the articles that a release fixes. */
export function releaseUrl(slug: string, page = 1): string {
  return pageUrl(`${RELEASES_URL}/${slug}`, page)
}

/** The URL of a product's articles. */
export function productUrl(slug: string): string {
  return `${PRODUCTS_URL}/${slug}`
}

/** The URL of a product's articles of one year. */
export function productYearUrl(slug: string, year: number): string {
  return `${productUrl(slug)}?year=${year}`
}

/** The URL of a page of the articles in the range of numbers that begins with `from`. */
export function numberRangeUrl(from: number, page = 1): string {
  return pageUrl(`${ATLAS_URL}/${from}`, page)
}

/** The URL of all articles of one year. */
export function yearUrl(year: number): string {
  return searchUrl({ year })
}

export function lineUrl(slug: string): string {
  return `${UPDATES_URL}/${slug}`
}

/** The URL that compares two updates, whose numbers may be in any spelling. */
export function compareUrl(from: string | number, to: string | number): string {
  return `${COMPARE_URL}?${new URLSearchParams({ from: String(from), to: String(to) })}`
}

/** The URL of a page of the articles that mention a signature. */
export function signatureUrl(id: string, page = 1): string {
  return pageUrl(`${SIGNATURES_URL}/${encodeURIComponent(id)}`, page)
}

/** The URL of a page of all signatures of one kind. */
export function signatureKindUrl(kind: SignatureKind, page = 1): string {
  return pageUrl(SIGNATURES_URL, page, { kind })
}

/** The URL of a page of the missing articles: all of them, or those that a product's articles cite. */
export function wantedUrl({ product, page = 1 }: { product?: string; page?: number } = {}): string {
  return pageUrl(WANTED_URL, page, { product })
}

/** The URL of the list of missing articles as a file. */
export function wantedFileUrl(form: 'csv' | 'json', product?: string): string {
  return pageUrl(form === 'csv' ? '/wanted.csv' : `${API_URL}/wanted`, 1, { product })
}

export const MANIFEST_URL = '/site.webmanifest'

/** Builds the URL of the style sheet with the accent color of the site, such as `#0b5cad`. */
export function accentUrl(color: string): string {
  return `/accent/${color.slice(1)}.css`
}

/** The URL of a picture; it names the bytes, so that a browser may keep it for ever. */
export function pictureUrl({ sha256, type }: Pick<Picture, 'sha256' | 'type'>): string {
  return `/pictures/${sha256}.${type}`
}

/** The URL of a file to download, by its bytes, and with the name that it is saved under. */
export function attachmentUrl({ sha256, name }: Pick<Attachment, 'sha256' | 'name'>): string {
  return `/files/${sha256}/${encodeURIComponent(name)}`
}

export function previewUrl(number: KbNumber): string {
  return `${API_URL}/articles/${number}/preview`
}

/** The URL of a part of the sitemap: 0 has the lists, all others have articles. */
export function sitemapUrl(part: number): string {
  return `/sitemaps/${part}.xml`
}

/** The URL of the feed of a page: of the home page, a product or an update series. */
export function feedUrl(page: string): string {
  return `${page === '/' ? '' : page}/feed.xml`
}

export const CHANGES_URL = '/changes'
const TEXTS_URL = '/texts'

/** The URL of a page of the list of changed articles. */
export function changesUrl(page: number): string {
  return pageUrl(CHANGES_URL, page, {})
}

/** The URL of what changed in an article between two days. */
export function articleChangesUrl(number: KbNumber, days?: { readonly from?: string; readonly to?: string }): string {
  const query = new URLSearchParams(Object.entries(days ?? {}).filter(([, day]) => day !== undefined))
  return `${CHANGES_URL}/${number}${query.size > 0 ? `?${query}` : ''}`
}

/** The URL of another text of an article's number: `/texts/172983`, `/texts/172983-2` for the second one. */
export function otherTextUrl(number: KbNumber, place: number): string {
  return `${TEXTS_URL}/${number}${place > 1 ? `-${place}` : ''}`
}

/** The URL of the picture that shows an article where its link is shared. */
export function shareUrl(number: KbNumber): string {
  return `/share/${hasKbNumber(number) ? number : formatNamedKey(number)}.png`
}

/** The URL of a search, on the page of its product if it is pinned. Filters that its text states are not repeated as parameters. */
export function searchUrl(query: Partial<SearchQuery>): string {
  const parameters = new URLSearchParams()
  const pinned = query.isPinned ? query.product : undefined
  if (pinned === undefined || query.text) parameters.set('q', query.text ?? '')
  const stated = parseSearchWords(query.text ?? '')
  for (const name of FILTER_NAMES) {
    const value = query[name]
    if (value !== undefined && value !== stated[name] && !(pinned && name === 'product'))
      parameters.set(name, String(value))
  }
  if (query.isVerbatim) parameters.set('verbatim', '1')
  if (query.isList && pinned === undefined) parameters.set('list', '1')
  if (query.sort) parameters.set('sort', query.sort)
  if (query.page !== undefined && query.page > 1) parameters.set('page', String(query.page))
  if (pinned === undefined) return `${SEARCH_URL}?${parameters}`
  return parameters.size > 0 ? `${productUrl(pinned)}?${parameters}` : productUrl(pinned)
}

/** The parameters with which the URL of an article says which search led to it. */
export const ARRIVAL_PARAMETERS: readonly string[] = ['q', ...FILTER_NAMES, 'verbatim', 'sort', 'page', 'pinned']

/** The URL of an article among the results of a search with words, which its page marks. */
export function articleInSearchUrl(number: KbNumber, query: SearchQuery): string {
  // Digits alone are the beginning of a number, which no text has.
  const hasWords = query.words.length + query.phrases.length > 0 && query.number === undefined
  if (!hasWords || /^\d+$/.test(query.text)) return articleUrl(number)
  const parameters = new URLSearchParams(searchUrl({ ...query, isPinned: undefined, isList: undefined }).split('?')[1])
  if (query.isPinned) parameters.set('pinned', '1')
  return `${articleUrl(number)}?${parameters}`
}

/** The URL of a search at the place where the result for an article stands. */
export function resultUrl(number: KbNumber, query: SearchQuery): string {
  return `${searchUrl(query)}#${resultId(number)}`
}

export function resultId(number: KbNumber): string {
  return `result-${number}`
}

/** The URL of the first page of the same search with another value of one filter, or without that filter. */
export function narrowedSearchUrl(query: SearchQuery, name: FilterName, value?: string): string {
  const choice = value === undefined ? undefined : parseFilter(name, value)
  // The list of a product's page ends with its product.
  const isList = query.isList && !(query.isPinned && name === 'product' && value === undefined)
  return searchUrl({ ...query, isList, [name]: undefined, ...choice, text: withoutField(query.text, name), page: 1 })
}

/** The URL of the results of a search that would otherwise redirect to an article. */
export function resultListUrl(text: string): string {
  return searchUrl({ text, isList: true })
}

export function suggestUrl(text: string): string {
  return `${SUGGEST_URL}?${new URLSearchParams({ q: text })}`
}

function pageUrl(path: string, page: number, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const all = { ...parameters, page: page > 1 ? String(page) : undefined }
  const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
