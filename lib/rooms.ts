import { parseArticlePath } from '@/lib/kb/numbers/article-address'
import { parseOtherText } from '@/lib/kb/numbers/parse-other-text'
import { parseSignatureSegment } from '@/lib/kb/signatures/parse-signature'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { hasNumberRange } from '@/lib/kb-index/read/atlas'
import { hasEditions } from '@/lib/kb-index/read/editions/list-editions'
import { listOtherFiles } from '@/lib/kb-index/read/editions/other-files'
import { getBrowsedSlug, hasProduct } from '@/lib/kb-index/read/products'
import { getCanonicalNumber, hasUpdateLine } from '@/lib/kb-index/read/relations'
import { hasRelease } from '@/lib/kb-index/read/releases'
import { hasSignature } from '@/lib/kb-index/read/signatures'
import { ARRIVAL_PARAMETERS, articleUrl, PRODUCTS_URL, productUrl, SIGNATURES_URL, signatureUrl } from './urls'

type HasName = (index: IndexDatabase, name: string) => boolean

/** The first part of each URL below which every page shows one thing, and how to tell whether the collection has it. */
export const ROOMS: ReadonlyMap<string, HasName> = new Map<string, HasName>([
  // URLs with an article number are recognized before. Nothing else is below these.
  ['kb', () => false],
  ['atlas', hasNumberRange],
  ['a', () => false],
  ['article', () => false],
  ['changes', (index, name) => name === 'feed.xml' || (/^\d{1,10}$/.test(name) && hasEditions(index, Number(name)))],
  ['products', hasProduct],
  ['releases', hasRelease],
  ['signatures', hasSignatureAt],
  ['texts', hasOtherText],
  ['updates', (index, name) => name === 'compare' || hasUpdateLine(index, name)],
])

/** Where a request for a URL of this site goes: to the canonical URL, to a page, or to the page for what is missing. */
export type Destination =
  | { readonly redirect: string }
  | {
      readonly isLost: boolean
      /** On the page of an article, the last part of its URL. */
      readonly article?: string
      /** The URL asks for the Markdown of the article. */
      readonly isMarkdown?: boolean
    }

export function resolveUrl(
  index: IndexDatabase,
  { pathname, search, searchParams }: Pick<URL, 'pathname' | 'search' | 'searchParams'>,
): Destination {
  const named = parseArticlePath(pathname, searchParams)
  if (named !== undefined) {
    const number = getCanonicalNumber(index, named)
    const arrival = listArrival(searchParams)
    const isMarkdown = number !== undefined && MARKDOWN_PATH.test(pathname)
    const page = articleUrl(number ?? named)
    const canonical = isMarkdown ? `${page}.md` : page
    if (pathname !== canonical || arrival.size !== searchParams.size) {
      return { redirect: arrival.size > 0 ? `${canonical}?${arrival}` : canonical }
    }
    return number === undefined ? { isLost: true } : { isLost: false, article: page.split('/').at(-1), isMarkdown }
  }
  const canonical = canonicalPath(index, pathname)
  return pathname === canonical ? { isLost: isLost(index, pathname) } : { redirect: canonical + search }
}

/** `/kb/940006.md` is the Markdown of an article; other addresses with this ending only lead to its page. */
const MARKDOWN_PATH = /^\/+(?:kb\/+(?:kb|q)?\d+|a\/+\w+)\.md\/*$/i

/** Gives the parameters that say which search led to an article; without words there was none. */
function listArrival(parameters: URLSearchParams): URLSearchParams {
  if (!parameters.get('q')?.trim()) return new URLSearchParams()
  return new URLSearchParams(
    ARRIVAL_PARAMETERS.flatMap((name) => {
      const value = parameters.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

/** Tells whether a path is in one of the rooms but the collection does not have what it names. */
export function isLost(index: IndexDatabase, path: string): boolean {
  const [, room = '', name] = path.split('/')
  const hasName = ROOMS.get(room)
  return hasName !== undefined && name !== undefined && !hasName(index, name)
}

function hasOtherText(index: IndexDatabase, name: string): boolean {
  const text = parseOtherText(name)
  return text !== undefined && listOtherFiles(index, text.number).length >= text.place
}

function hasSignatureAt(index: IndexDatabase, name: string): boolean {
  const signature = parseSignatureSegment(name)
  return signature !== undefined && hasSignature(index, signature)
}

/** Gives a path without slashes at its end and doubled ones, with a signature in its one spelling and a product as it is browsed. */
function canonicalPath(index: IndexDatabase, pathname: string): string {
  // Browsers read a backslash as a slash, and two of them as the start of a host.
  const single = pathname.replace(/(?:[\\/]|%2f|%5c){2,}/gi, '/')
  // A dot between two slashes is a step through folders, which a browser takes before it asks again.
  const joined = new URL(single, 'http://viewer').pathname.replace(/(?<=.)\/$/, '')
  const [, room, name] = joined.split('/')
  if (`/${room}` === PRODUCTS_URL && name !== undefined && joined === productUrl(name)) {
    return productUrl(getBrowsedSlug(index, name))
  }
  const signature = `/${room}` === SIGNATURES_URL && name !== undefined ? parseSignatureSegment(name) : undefined
  return signature && decodeURIComponent(name ?? '') !== signature.id ? signatureUrl(signature.id) : joined
}
